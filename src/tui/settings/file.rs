//! Finds and opens the settings file.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::ReaderSettings;

/// Names another settings file than the usual one.
const VARIABLE: &str = "PARALLAX_CONFIG";
/// More than anyone writes by hand, in bytes.
const LARGEST: u64 = 1 << 20;

impl ReaderSettings {
    /// The settings file that is read, whether there is one or not: none on a system without such a folder.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        let named = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
        named.or_else(usual_place)
    }

    /// Reads the settings file: `config.toml` in the platform's configuration folder, or the file that
    /// `PARALLAX_CONFIG` names. Without such a file all is as usual, but for one that is named.
    ///
    /// # Errors
    /// Every fault of the file, each with the file's name.
    pub fn read() -> Result<Self, Vec<String>> {
        let named = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
        let must_exist = named.is_some();
        let Some(path) = named.or_else(usual_place) else { return Ok(Self::default()) };
        let file = match content(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !must_exist => {
                return Ok(Self::default());
            }
            Err(error) => {
                return Err(vec![format!("can't read the settings in {}: {error}", path.display())]);
            }
        };
        let fault = |fault: String| format!("{}: {fault}", path.display());
        Self::parse(&file).map_err(|faults| faults.into_iter().map(fault).collect())
    }
}

/// The file in the platform's configuration folder.
fn usual_place() -> Option<PathBuf> {
    ProjectDirs::from("", "", "parallax").map(|folders| folders.config_dir().join("config.toml"))
}

fn content(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        let most = LARGEST >> 20;
        return Err(io::Error::other(format!("it is larger than {most} MiB, more than anyone sets")));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8 text"))
}
