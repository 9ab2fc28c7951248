//! Finds and opens the settings file of the reader.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use parallax::tui::settings::ReaderSettings;

/// Names another settings file than the usual one.
const VARIABLE: &str = "PARALLAX_CONFIG";
/// More than anyone writes by hand, in bytes.
const LARGEST: u64 = 1 << 20;

/// The settings: as usual where nobody has written a file.
///
/// # Errors
/// Every fault of the file, each with the file's name.
pub fn read() -> Result<ReaderSettings, Vec<String>> {
    let named = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    let must_exist = named.is_some();
    let Some(path) = named.or_else(usual_place) else { return Ok(ReaderSettings::default()) };
    let file = match content(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound && !must_exist => {
            return Ok(ReaderSettings::default());
        }
        Err(error) => return Err(vec![format!("can't read the settings in {}: {error}", path.display())]),
    };
    let fault = |fault: String| format!("{}: {fault}", path.display());
    ReaderSettings::parse(&file).map_err(|faults| faults.into_iter().map(fault).collect())
}

/// The file in the platform's configuration folder.
fn usual_place() -> Option<PathBuf> {
    ProjectDirs::from("", "", "parallax").map(|folders| folders.config_dir().join("config.toml"))
}

fn content(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}
