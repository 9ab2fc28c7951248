//! The smallest view there can be, which only the tests have: the titles of the story, one a row. It shows what a view
//! needs, and that nothing beside its line in the table has to know of it.

use ratatui::layout::Position;

use super::{Target, View};
use crate::article::SentenceId;
use crate::tui::action::Action;
use crate::tui::cells::paint::Painter;
use crate::tui::mode::Answer;
use crate::tui::mode::Outcome;
use crate::tui::notice::Notice;
use crate::tui::pointer::{Gesture, Pointer};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// The state of the view.
#[derive(Debug)]
struct Tiny {
    /// The article that the cursor is on.
    article: usize,
}

/// Looks at the titles for the first time.
pub fn open(_story: &mut Story, _scene: &Scene) -> Box<dyn View> {
    Box::new(Tiny { article: 0 })
}

impl View for Tiny {
    fn act(&mut self, story: &mut Story, _scene: &Scene, action: Action, _count: usize) -> Outcome {
        match action {
            Action::NextSentence => {
                self.article = (self.article + 1).min(story.comparison.articles.len().saturating_sub(1));
            }
            Action::Select => story.selection.toggle(vec![SentenceId::new(self.article, 0)]),
            _ => return Outcome::say("only titles here"),
        }
        Outcome::default()
    }

    fn point(
        &mut self,
        _story: &mut Story,
        _scene: &Scene,
        pointer: Pointer,
        target: Option<Target>,
    ) -> Outcome {
        if let (Gesture::Press, Some(Target::Title(article))) = (pointer.gesture, target) {
            self.article = article;
        }
        Outcome::default()
    }

    fn heed(&mut self, _story: &mut Story, _scene: &Scene, _answer: Answer) -> Outcome {
        Outcome::default()
    }

    fn renew(&mut self, _story: &mut Story, _scene: &Scene) {}

    fn resize(&mut self, _story: &mut Story, _scene: &Scene) {}

    fn draw(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene, said: Option<&Notice>) {
        for (article, y) in (0..story.comparison.articles.len()).zip(0..scene.size.height - 1) {
            let here = article == self.article;
            let title = &story.comparison.names[article].label;
            let meaning = if here { Meaning::CurrentTitle } else { Meaning::Title };
            painter.put(2, y, scene.size.width, title, meaning);
        }
        if let Some(Notice { text, .. }) = said {
            painter.put(0, scene.size.height - 1, scene.size.width, text, Meaning::Notice);
        }
    }

    fn hit(&self, story: &Story, _scene: &Scene, _said: Option<&Notice>, cell: Position) -> Option<Target> {
        let article = usize::from(cell.y);
        (article < story.comparison.articles.len()).then_some(Target::Title(article))
    }

    fn place(&self, _story: &Story) -> toml::Table {
        let article = i64::try_from(self.article).unwrap_or(0);
        [("article".to_owned(), article.into())].into_iter().collect()
    }

    fn restore(&mut self, _story: &mut Story, _scene: &Scene, place: &toml::Table) {
        let article = place.get("article").and_then(toml::Value::as_integer);
        self.article = article.and_then(|article| usize::try_from(article).ok()).unwrap_or(0);
    }
}
