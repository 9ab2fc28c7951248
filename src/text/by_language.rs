//! Lists of languages, each read when it is first asked for: a story has one language, rarely two, and reading all of
//! them takes longer than comparing it.

use std::sync::OnceLock;

/// A list and the ISO 639-1 code of its language.
type File = (&'static str, &'static str);

/// What is made of the list of each language.
pub(crate) struct ByLanguage<T: 'static> {
    files: fn() -> Vec<File>,
    read: fn(&'static str) -> T,
    made: OnceLock<Vec<(File, OnceLock<T>)>>,
}

impl<T> ByLanguage<T> {
    /// Of these files, `read` so.
    pub(crate) const fn new(files: fn() -> Vec<File>, read: fn(&'static str) -> T) -> Self {
        Self { files, read, made: OnceLock::new() }
    }

    /// What is made of the list of a language; nothing of one without a list.
    pub(crate) fn get(&'static self, language: &str) -> Option<&'static T> {
        let made = self
            .made
            .get_or_init(|| (self.files)().into_iter().map(|file| (file, OnceLock::new())).collect());
        let ((_, file), cell) = made.iter().find(|((code, _), _)| *code == language)?;
        Some(cell.get_or_init(|| (self.read)(file)))
    }

    /// The codes of the languages that have a list.
    #[cfg(test)]
    pub(crate) fn languages(&self) -> Vec<&'static str> {
        (self.files)().into_iter().map(|(code, _)| code).collect()
    }
}

/// The sections of a file in TOML, each with its name: `[de]` and what follows, up to the next.
pub(crate) fn sections(file: &'static str) -> Vec<File> {
    let mut rest = file;
    std::iter::from_fn(|| {
        let (_, from) = rest.split_once("\n[")?;
        let (name, content) = from.split_once("]\n")?;
        let end = content.find("\n[").unwrap_or(content.len());
        rest = content.get(end..).unwrap_or_default();
        Some((name, content.get(..end).unwrap_or_default()))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_when_it_is_asked_for() {
        static LISTS: ByLanguage<usize> = ByLanguage::new(|| vec![("de", "ab"), ("en", "abc")], str::len);
        assert_eq!(LISTS.get("en"), Some(&3));
        assert_eq!(LISTS.get("de"), Some(&2));
        assert_eq!(LISTS.get("fr"), None);
        assert_eq!(LISTS.languages(), ["de", "en"]);
    }

    #[test]
    fn a_file_is_parted_into_its_sections() {
        let file = "# all\n\n[de]\na = [\n  \"x\",\n]\n\n[en]\nb = 1\n";
        assert_eq!(sections(file), [("de", "a = [\n  \"x\",\n]\n"), ("en", "b = 1\n")]);
        assert!(sections("").is_empty());
    }
}
