//! What views and exports want to know of a comparison: functions of it, and nothing that a screen knows.

mod contrast;
mod counterparts;
mod coverage;
mod differences;
mod disputes;
mod matrix;
mod merged;
mod overlap;
mod profile;
mod quotations;
mod speakers;
mod wordings;

pub use contrast::{Contrast, contrast};
pub use counterparts::{Counterpart, Counterparts, best_in_each};
pub use coverage::coverage;
pub use differences::{Stretch, differences};
pub use disputes::{Dispute, Side, contradicted, disputed_statements, disputes};
pub use matrix::{Cell, MatrixRow, matrix};
pub use merged::{LineKind, Merged, MergedLine, merged};
pub use overlap::{Overlap, overlaps};
pub use profile::{LeadElsewhere, Profile, profiles};
pub use quotations::{Quotation, QuotationGroup, quotations};
pub use wordings::{Wording, wordings_of_statement, wordings_with};
