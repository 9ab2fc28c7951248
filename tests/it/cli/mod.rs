//! The program as a user of the command line meets it.

#[cfg(feature = "net")]
mod addresses;
mod contract;
mod corrected;
mod explain;
mod input;
mod linear;
mod manual;
mod output;
mod pages;
mod profile;
mod program;
mod report;
mod sessions;
#[cfg(feature = "tui")]
mod settings;
mod stories;
mod usage;
mod views;
