//! The handbook, from procedures made by hand to a rendered site.

mod browser;
mod fixture;
mod manual;
mod site;
mod words;
