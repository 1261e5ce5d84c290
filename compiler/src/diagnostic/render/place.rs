//! Where a finding is, as programs name places: paths with `/`, URIs, offsets in a line.

use std::path::Component;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::source::SourceFile;

/// All but the unreserved characters of RFC 3986 and the separator. A colon is encoded: in the
/// first segment it would end a scheme.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The file's path as given, with `/` between its parts and without `./`.
pub(super) fn path(file: &SourceFile) -> String {
    let mut out = String::new();
    for part in file.path().components() {
        match part {
            Component::CurDir => {}
            Component::RootDir => out.push('/'),
            part => {
                if !out.is_empty() && !out.ends_with('/') {
                    out.push('/');
                }
                out.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    out
}

/// The file as a URI: relative where its path is, else with the scheme `file`.
pub(super) fn uri(file: &SourceFile) -> String {
    let path = path(file);
    let encoded = utf8_percent_encode(&path, ENCODED);
    match file.path().is_absolute() {
        true => format!("file:///{}", encoded.to_string().trim_start_matches('/')),
        false => encoded.to_string(),
    }
}
