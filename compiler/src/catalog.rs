//! Facts about cmdlets: which there are, their modules, parameters, types and accepted values.
//!
//! The facts ship with the program (Exchange and Skype for Business, from their reference pages),
//! and a project adds its own catalogues. It knows what a command may say, never what an article
//! means. Nothing is read before the first look-up, and then only the lines that it needs.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

mod builtin;
mod known;
mod layer;
pub mod page;
mod write;

pub use known::{Known, accepts};
pub use layer::{FORMAT, Layer, Malformed};
pub use write::write;

/// The facts that ship with the program.
const SHIPPED: &str = include_str!("../data/exchange-skype.catalogue");

static LAYER: LazyLock<Arc<Layer>> = LazyLock::new(|| Arc::new(Layer::trusted(SHIPPED)));
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::with(Vec::new()));

/// What is known of cmdlets: a project's own catalogues over the one that ships.
#[derive(Clone, Debug)]
pub struct Catalogue {
    layers: Vec<Arc<Layer>>,
}

/// A cmdlet of a catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Cmdlet<'c> {
    /// Its name as its reference writes it: `Get-CsUser`.
    pub name: &'c str,
    /// The module that it belongs to.
    pub module: &'c str,
    /// Whether it has `-WhatIf` and `-Confirm`: it changes something.
    pub supports_should_process: bool,
    /// Its lines.
    body: &'c str,
    layer: &'c Layer,
}

/// A parameter of a cmdlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter<'c> {
    /// Its name without the dash.
    pub name: &'c str,
    /// The name of its type; nothing where the reference does not say.
    pub type_name: Option<&'c str>,
    /// Whether each of its parameter sets needs it.
    pub is_required: bool,
    /// Its place among arguments without a name, if it has one.
    pub position: Option<u8>,
    /// Lists as written, elements parted by commas.
    aliases: &'c str,
    values: &'c str,
    sets: &'c str,
}

/// What a name that is given to a cmdlet as a parameter means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named<'c> {
    /// This parameter: by its name, an alias, or the beginning of only one.
    Known(Parameter<'c>),
    /// One that PowerShell gives to cmdlets.
    Common(&'static str),
    /// The beginning of several.
    Ambiguous(Vec<&'c str>),
    /// No parameter of the cmdlet.
    Unknown,
}

impl Catalogue {
    /// What ships with the program.
    pub fn shipped() -> &'static Catalogue {
        &CATALOGUE
    }

    /// A project's own catalogues, the first before the others, over what ships.
    pub fn with(own: Vec<Layer>) -> Catalogue {
        let own = own.into_iter().map(Arc::new);
        Catalogue {
            layers: own.chain([LAYER.clone()]).collect(),
        }
    }

    /// The cmdlet of a name, in any case.
    pub fn find(&self, name: &str) -> Option<Cmdlet<'_>> {
        self.layers.iter().find_map(|layer| layer.find(name))
    }

    /// The cmdlets with a noun, in any case, ordered by verb: `Disable-`, `Enable-`, `Get-CsUser`.
    pub fn with_noun(&self, noun: &str) -> Vec<Cmdlet<'_>> {
        let mut found: Vec<Cmdlet<'_>> = Vec::new();
        for cmdlet in self.layers.iter().flat_map(|layer| layer.with_noun(noun)) {
            if !found
                .iter()
                .any(|f| f.name.eq_ignore_ascii_case(cmdlet.name))
            {
                found.push(cmdlet);
            }
        }
        found.sort_by_cached_key(|c| c.name.to_ascii_lowercase());
        found
    }

    /// All cmdlets, by layer and in each by noun and verb.
    pub fn cmdlets(&self) -> impl Iterator<Item = Cmdlet<'_>> {
        self.layers.iter().flat_map(|layer| layer.cmdlets())
    }

    /// Whether a command of this noun would be in the catalogue, so that it is suspicious when it
    /// is not: others have the noun, or it begins as nearly all nouns of a module do (`Cs`).
    pub fn covers_noun(&self, noun: &str) -> bool {
        let layers = || self.layers.iter();
        layers().any(|l| l.has_prefix(noun)) || layers().any(|l| l.with_noun(noun).next().is_some())
    }
}

impl<'c> Cmdlet<'c> {
    /// Its verb: `Get`.
    pub fn verb(&self) -> &'c str {
        self.name.split_once('-').map_or("", |(verb, _)| verb)
    }

    /// Its noun: `CsUser`.
    pub fn noun(&self) -> &'c str {
        self.name
            .split_once('-')
            .map_or(self.name, |(_, noun)| noun)
    }

    /// Its own parameters, ordered by name.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter<'c>> + use<'c> {
        let layer = self.layer;
        self.body
            .lines()
            .filter_map(move |line| layer.parameter(line))
    }

    /// What `name`, without its dash and in any case, means as a parameter of this cmdlet: an own
    /// parameter or alias, one of PowerShell's, or the beginning of just one of them.
    pub fn parameter(&self, name: &str) -> Named<'c> {
        let mut begun: Vec<&'c str> = Vec::new();
        let mut only = None;
        for parameter in self.parameters() {
            if parameter.is_named(name) {
                return Named::Known(parameter);
            }
            if parameter.is_begun_by(name) {
                begun.push(parameter.name);
                only = Some(Named::Known(parameter));
            }
        }
        for (own, aliases) in builtin::parameters(self.supports_should_process) {
            let is_alias = aliases.iter().any(|a| a.eq_ignore_ascii_case(name));
            if own.eq_ignore_ascii_case(name) || is_alias {
                return Named::Common(own);
            }
            if begins(own, name) {
                begun.push(own);
                only = Some(Named::Common(own));
            }
        }
        match only {
            Some(only) if begun.len() == 1 => only,
            Some(_) => Named::Ambiguous(begun),
            None => Named::Unknown,
        }
    }

    /// The names of its parameter sets, in alphabetical order; none where it has only one.
    pub fn sets(&self) -> Vec<Cow<'c, str>> {
        let mut sets: Vec<_> = self.parameters().flat_map(|p| p.sets()).collect();
        sets.sort_unstable();
        sets.dedup();
        sets
    }
}

impl<'c> Parameter<'c> {
    /// Other names.
    pub fn aliases(&self) -> impl Iterator<Item = Cow<'c, str>> + use<'c> {
        layer::list(self.aliases)
    }

    /// The values that it accepts, where its reference lists them.
    pub fn values(&self) -> impl Iterator<Item = Cow<'c, str>> + use<'c> {
        layer::list(self.values)
    }

    /// The parameter sets that it belongs to; none where it belongs to all.
    pub fn sets(&self) -> impl Iterator<Item = Cow<'c, str>> + use<'c> {
        layer::list(self.sets)
    }

    /// Whether it takes no value.
    pub fn is_switch(&self) -> bool {
        self.type_name
            .is_some_and(|t| t == "SwitchParameter" || t == "switch")
    }

    /// Whether its values are `$true` and `$false`.
    pub fn is_boolean(&self) -> bool {
        let nullable = |t: &str| t.starts_with("Nullable") && t.contains("Boolean");
        self.type_name
            .is_some_and(|t| t == "Boolean" || t == "bool" || nullable(t))
    }

    fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) || self.aliases().any(|a| a.eq_ignore_ascii_case(name))
    }

    fn is_begun_by(&self, name: &str) -> bool {
        begins(self.name, name) || self.aliases().any(|a| begins(&a, name))
    }
}

fn begins(name: &str, start: &str) -> bool {
    let head = name.get(..start.len()).filter(|_| !start.is_empty());
    head.is_some_and(|head| head.eq_ignore_ascii_case(start))
}
