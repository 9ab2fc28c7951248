//! Answers to mails: signs before the lines of what is answered.

/// The text without the signs before its lines, where several lines in a row have them; nothing where none do.
///
/// One such line alone may be a link ("> Read more"), or a quotation in Markdown.
pub(super) fn unquoted(text: &str) -> Option<String> {
    let mut unquoted = String::with_capacity(text.len());
    let mut found = false;
    let mut before = false;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let inside = content(line);
        let beside = before || lines.peek().copied().and_then(content).is_some();
        before = inside.is_some();
        match inside {
            Some(inside) if beside => {
                found = true;
                unquoted.push_str(inside);
            }
            _ => unquoted.push_str(line),
        }
    }
    found.then_some(unquoted)
}

/// What stands behind the signs before a line.
fn content(line: &str) -> Option<&str> {
    let mut rest = line.trim_start_matches([' ', '\t']).strip_prefix('>')?;
    while let Some(deeper) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = deeper;
    }
    let empty = rest.trim().is_empty();
    (empty || rest.starts_with([' ', '\t'])).then(|| rest.strip_prefix(' ').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_before_several_lines_are_left_out() {
        let mail = "Jane wrote:\n> The ferry stopped\n> for good.\n>\n>> Why?\nNobody knows.\n";
        // ">> Why?" is an answer to an answer.
        assert_eq!(
            unquoted(mail).unwrap(),
            "Jane wrote:\nThe ferry stopped\nfor good.\n\nWhy?\nNobody knows.\n"
        );
    }

    #[test]
    fn one_line_alone_may_be_a_link() {
        for text in ["The ferry stopped.\n> Read more\nNobody knows.\n", "5 > 3\n", ">3 dead\n>4 hurt\n", ""]
        {
            assert_eq!(unquoted(text), None, "{text}");
        }
    }
}
