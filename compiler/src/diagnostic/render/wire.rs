//! JSON as it is printed: it says what it says, and what it is printed to does not obey it.
//!
//! The characters of [`printable`](super::printable) that JSON lets stand are written `\u202e`.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use super::{has_command, is_hidden};

/// Writes a value over many lines, ended by a line feed, as it is serialized: a report may be large.
///
/// # Errors
///
/// If `out` cannot be written, or a map of the value has keys that are no text.
pub fn pretty<T: Serialize + ?Sized>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    write(value, PrettyFormatter::new(), out)
}

/// Writes a value on a line of its own.
///
/// # Errors
///
/// As [`pretty`].
pub fn compact<T: Serialize + ?Sized>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    write(value, CompactFormatter, out)
}

fn write<T, F>(value: &T, formatter: F, out: &mut dyn Write) -> io::Result<()>
where
    T: Serialize + ?Sized,
    F: Formatter,
{
    let mut out = BufWriter::new(out);
    let formatter = Harmless(formatter);
    value.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Writes the texts so that they are only shown; all else is the inner one's.
struct Harmless<F>(F);

/// The methods that place what stands between the texts.
macro_rules! inner {
    ($($method:ident($($name:ident: $type:ty),*)),* $(,)?) => {$(
        fn $method<W: ?Sized + Write>(&mut self, out: &mut W $(, $name: $type)*) -> io::Result<()> {
            self.0.$method(out $(, $name)*)
        }
    )*};
}

impl<F: Formatter> Formatter for Harmless<F> {
    inner! {
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        end_object_key(),
        begin_object_value(),
        end_object_value(),
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let is_command = has_command(fragment);
        let is_shown = |c: char| !(c >= '\u{7f}' && is_hidden(c) || is_command && c == '#');
        let is_plain = fragment.is_ascii() && !fragment.contains('\u{7f}');
        if !is_command && (is_plain || fragment.chars().all(is_shown)) {
            return out.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            match is_shown(c) {
                true => out.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?,
                false => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        write!(out, "\\u{unit:04x}")?;
                    }
                }
            }
        }
        Ok(())
    }
}
