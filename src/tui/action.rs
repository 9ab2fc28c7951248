//! Everything the reader can be told to do: one table that feeds key map, help page and footer.

/// The part of the help page that an action stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Within a source.
    Move,
    /// Between sources.
    Sources,
    /// To the next sentence of a kind.
    Find,
    /// What goes into an export.
    Select,
    /// What the machine got wrong.
    Correct,
    /// What is shown.
    Show,
    /// The program itself.
    Program,
    /// What lies over a view.
    Dialog,
}

impl Group {
    /// Every group, in the order of the help page.
    pub const ALL: [Self; 8] = [
        Self::Move,
        Self::Sources,
        Self::Find,
        Self::Select,
        Self::Correct,
        Self::Show,
        Self::Program,
        Self::Dialog,
    ];

    /// Its heading.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Sources => "Across the sources",
            Self::Find => "Go to the next",
            Self::Select => "Select and export",
            Self::Correct => "Correct",
            Self::Show => "What is shown",
            Self::Program => "Program",
            Self::Dialog => "In a dialog",
        }
    }
}

macro_rules! actions {
    ($($variant:ident $name:literal $group:ident $doc:literal)*) => {
        /// What the reader can be told to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = $doc] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the help page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in key maps.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, in a few words.
            #[must_use]
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$variant => $doc,)* }
            }

            /// The part of the help page that it stands in.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }
        }
    };
}

actions! {
    NextSentence "next_sentence" Move "the next sentence"
    PreviousSentence "previous_sentence" Move "the previous sentence"
    HalfPageDown "half_page_down" Move "half a page down"
    HalfPageUp "half_page_up" Move "half a page up"
    PageDown "page_down" Move "a page down"
    PageUp "page_up" Move "a page up"
    FirstSentence "first_sentence" Move "the first sentence"
    LastSentence "last_sentence" Move "the last sentence"
    ScrollDown "scroll_down" Move "scroll down, the cursor stays"
    ScrollUp "scroll_up" Move "scroll up, the cursor stays"
    NextSource "next_source" Sources "the next source, at the counterpart where it has one"
    PreviousSource "previous_source" Sources "the previous source"
    JumpToSource "jump_to_source" Sources "the source with the letter, or the number, that follows"
    NextMember "next_member" Sources "the next sentence that says the same, through all sources"
    Back "back" Sources "back to where the cursor was"
    Search "search" Find "words, in all sources"
    NextFound "next_found" Find "place with these words"
    PreviousFound "previous_found" Find "place with these words, upwards"
    NextShared "next_shared" Find "shared sentence"
    PreviousShared "previous_shared" Find "shared sentence, upwards"
    NextOnlyHere "next_only_here" Find "sentence that only this source has"
    PreviousOnlyHere "previous_only_here" Find "sentence that only this source has, upwards"
    NextDisputed "next_disputed" Find "sentence that another source tells differently"
    PreviousDisputed "previous_disputed" Find "sentence that another source tells differently, upwards"
    NextPossible "next_possible" Find "sentence that another source perhaps has"
    PreviousPossible "previous_possible" Find "sentence that another source perhaps has, upwards"
    NextStatement "next_statement" Find "statement of the story, in any source"
    PreviousStatement "previous_statement" Find "statement of the story, upwards"
    NextOffTopic "next_off_topic" Find "line that is not the story"
    PreviousOffTopic "previous_off_topic" Find "line that is not the story, upwards"
    Select "select" Select "select the sentence, or not"
    SelectRange "select_range" Select "begin or end a range"
    SelectStatement "select_statement" Select "select every wording of what is said here"
    ClearSelection "clear_selection" Select "clear the selection; again brings it back"
    Note "note" Select "write a note beside the sentence"
    Selection "selection" Select "the list of what is selected and noted"
    Copy "copy" Select "copy the sentence, or what is selected, with its source"
    Export "export" Select "export to a file"
    Correct "correct" Correct "not the story after all, or the story after all: the line, or the whole folded run"
    SetAside "set_aside" Correct "not the story after all, or the story: this sentence alone"
    JudgeSame "judge_same" Correct "says the same: on one sentence, then on that of another source"
    JudgeDifferent "judge_different" Correct "doesn't say the same: on one sentence, then on the other"
    Agree "agree" Correct "no disagreement after all"
    UndoCorrection "undo_correction" Correct "take the last correction back"
    RedoCorrection "redo_correction" Correct "make it again"
    Filter "filter" Show "all, shared, disputed, possible, only here, selected"
    Fold "fold" Show "off-topic lines folded or shown"
    Looser "looser" Show "more matches: count less alike as the same"
    Stricter "stricter" Show "fewer matches: count only more alike as the same"
    Follow "follow" Show "whether the other columns follow the cursor"
    Panel "panel" Show "into the panel, which is enlarged, and out again"
    Zoom "zoom" Show "the source alone, as a page to read, and back"
    About "about" Show "the source: where it is from, how it was read, what was left out"
    Overview "overview" Show "the whole story in a few rows over the view, or not"
    Heat "heat" Show "before each sentence how many sources have it, or not"
    Columns "columns" Show "choose the columns"
    Compact "compact" Show "blank lines between paragraphs, or none"
    Commands "commands" Program "every command by name"
    ViewCompare "view_compare" Show "the view Compare: the sources side by side"
    ViewMerged "view_merged" Show "the view Merged: the story read once"
    ViewMatrix "view_matrix" Show "the view Matrix: who says what"
    ViewQuotes "view_quotes" Show "the view Quotes: who is quoted with which words"
    ViewConflicts "view_conflicts" Show "the view Conflicts: where sources differ"
    NextView "next_view" Show "the next view"
    PreviousView "previous_view" Show "the view before"
    Sort "sort" Show "another order of the rows, in Matrix"
    Help "help" Program "the signs and the keys; again explains the line at the cursor"
    Explain "explain" Program "explain the line at the cursor in words"
    Close "close" Program "end the range, close a panel"
    Reload "reload" Program "read the sources again"
    Edit "edit" Program "open the article in your editor, at the line"
    Redraw "redraw" Program "draw the screen again"
    Suspend "suspend" Program "back to the shell for a while"
    Quit "quit" Program "quit"
    Accept "accept" Dialog "write the export; be done"
    NextField "next_field" Dialog "the next field or line"
    PreviousField "previous_field" Dialog "the previous field or line"
    NextChoice "next_choice" Dialog "the next choice of a field"
    PreviousChoice "previous_choice" Dialog "the previous choice of a field"
    MoveDown "move_down" Dialog "move the line down"
    MoveUp "move_up" Dialog "move the line up"
    Replace "replace" Dialog "replace the file that is there"
    Keep "keep" Dialog "keep it, and give another name"
}

impl Action {
    /// Whether it leads from one place to another, and can be asked for several times at once.
    #[must_use]
    pub fn is_motion(self) -> bool {
        let leads = matches!(self.group(), Group::Move | Group::Sources | Group::Find);
        leads && !matches!(self, Self::JumpToSource | Self::Search)
    }

    /// The action with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }
}
