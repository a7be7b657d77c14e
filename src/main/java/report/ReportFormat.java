package report;

import change.ChangeSet;
import change.ChangeSetJson;

/** The forms in which a change set is read. */
public enum ReportFormat {
    TEXT {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return TextReport.of(set, palette);
        }
    },
    /** Markdown of any length. */
    MARKDOWN {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return MarkdownReport.of(set, Integer.MAX_VALUE);
        }
    },
    /** Markdown that fits into a comment at GitHub. */
    GITHUB {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return MarkdownReport.of(set, GITHUB_BYTES);
        }
    },
    /** Markdown that fits into a note at GitLab. */
    GITLAB {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return MarkdownReport.of(set, GITLAB_BYTES);
        }
    },
    /** The change set itself. */
    JSON {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return ChangeSetJson.write(set);
        }
    },
    /** Policies as test cases: GitLab's {@code artifacts:reports:junit}. */
    JUNIT {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return JunitReport.of(set);
        }
    },
    /** Danger, policies and errors as findings: GitHub's code scanning. */
    SARIF {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return SarifReport.of(set);
        }
    },
    /** The same: GitLab's {@code artifacts:reports:codequality}. */
    CODEQUALITY {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return CodeQualityReport.of(set);
        }
    },
    /** Counts: GitLab's {@code artifacts:reports:terraform}. */
    TERRAFORM {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return TerraformReport.of(set);
        }
    },
    /** A page that needs nothing but itself. */
    HTML {
        @Override
        public String of(ChangeSet set, Palette palette) {
            return HtmlReport.of(set);
        }
    };

    /** A comment at GitHub holds 65,536 characters; the rest is for a table over several environments. */
    public static final int GITHUB_BYTES = 60_000;

    /** A note at GitLab holds 1,000,000 characters; a browser is slow long before. */
    public static final int GITLAB_BYTES = 400_000;

    /** @param palette only a text has colours */
    public abstract String of(ChangeSet set, Palette palette);
}
