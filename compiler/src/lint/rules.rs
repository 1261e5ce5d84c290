//! All rules, in the order of their codes. A new rule is a file, a `mod` and a line here.

use super::rule::{Check, Rule, declare_rule};

mod alert_marker_translated;
mod block_moved;
mod bracket_unbalanced;
mod code_added;
mod code_characters;
mod code_differs;
mod code_missing;
mod code_syntax;
mod command_altered;
mod command_unverified;
mod conflicting_steps;
mod date_altered;
mod emphasis_broken;
mod event_source_altered;
mod file_name_altered;
mod foreign_leftover;
mod glossary_term;
mod group_name_altered;
mod heading_level;
mod host_name_altered;
mod identifier_altered;
mod jump_broken;
mod left_untranslated;
mod link_text_cut;
mod list_broken;
mod literal_added;
mod literal_disputed;
mod literal_missing;
mod negation_inverted;
mod number_altered;
mod parameter_altered;
mod path_altered;
mod product_name_altered;
mod quote_altered;
mod read_command_made_changing;
mod registry_key_altered;
mod sample_left;
mod source_link_text;
mod source_name_misspelt;
mod source_revision;
mod source_xml_case;
mod stray_artifact;
mod suppression_without_reason;
mod terminology_inconsistent;
mod text_missing;
mod unknown_command;
mod unknown_parameter;
mod unused_suppression;
mod url_altered;
mod used_before_made;
mod value_altered;
mod value_not_accepted;
mod version_altered;
mod wrong_script;

/// The rules, ordered by code.
pub static RULES: &[&Rule] = &[
    &code_differs::CODE_DIFFERS,
    &code_missing::CODE_MISSING,
    &code_syntax::CODE_SYNTAX,
    &unknown_command::UNKNOWN_COMMAND,
    &unknown_parameter::UNKNOWN_PARAMETER,
    &value_not_accepted::VALUE_NOT_ACCEPTED,
    &code_characters::CODE_CHARACTERS,
    &code_added::CODE_ADDED,
    &path_altered::PATH_ALTERED,
    &registry_key_altered::REGISTRY_KEY_ALTERED,
    &command_altered::COMMAND_ALTERED,
    &parameter_altered::PARAMETER_ALTERED,
    &value_altered::VALUE_ALTERED,
    &file_name_altered::FILE_NAME_ALTERED,
    &host_name_altered::HOST_NAME_ALTERED,
    &url_altered::URL_ALTERED,
    &read_command_made_changing::READ_COMMAND_MADE_CHANGING,
    &identifier_altered::IDENTIFIER_ALTERED,
    &version_altered::VERSION_ALTERED,
    &number_altered::NUMBER_ALTERED,
    &date_altered::DATE_ALTERED,
    &event_source_altered::EVENT_SOURCE_ALTERED,
    &product_name_altered::PRODUCT_NAME_ALTERED,
    &group_name_altered::GROUP_NAME_ALTERED,
    &stray_artifact::STRAY_ARTIFACT,
    &literal_added::LITERAL_ADDED,
    &literal_missing::LITERAL_MISSING,
    &literal_disputed::LITERAL_DISPUTED,
    &conflicting_steps::CONFLICTING_STEPS,
    &used_before_made::USED_BEFORE_MADE,
    &sample_left::SAMPLE_LEFT,
    &command_unverified::COMMAND_UNVERIFIED,
    &source_link_text::SOURCE_LINK_TEXT,
    &source_name_misspelt::SOURCE_NAME_MISSPELT,
    &source_xml_case::SOURCE_XML_CASE,
    &text_missing::TEXT_MISSING,
    &block_moved::BLOCK_MOVED,
    &jump_broken::JUMP_BROKEN,
    &heading_level::HEADING_LEVEL,
    &source_revision::SOURCE_REVISION,
    &list_broken::LIST_BROKEN,
    &unused_suppression::UNUSED_SUPPRESSION,
    &suppression_without_reason::SUPPRESSION_WITHOUT_REASON,
    &alert_marker_translated::ALERT_MARKER_TRANSLATED,
    &left_untranslated::LEFT_UNTRANSLATED,
    &wrong_script::WRONG_SCRIPT,
    &bracket_unbalanced::BRACKET_UNBALANCED,
    &quote_altered::QUOTE_ALTERED,
    &emphasis_broken::EMPHASIS_BROKEN,
    &link_text_cut::LINK_TEXT_CUT,
    &negation_inverted::NEGATION_INVERTED,
    &terminology_inconsistent::TERMINOLOGY_INCONSISTENT,
    &foreign_leftover::FOREIGN_LEFTOVER,
    &glossary_term::GLOSSARY_TERM,
];
