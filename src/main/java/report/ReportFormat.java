package report;

import change.ChangeSet;
import change.ChangeSetJson;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The forms in which a change set is read. */
public enum ReportFormat {
    TEXT(TextReport::of),
    /** Markdown of any length. */
    MARKDOWN(set -> MarkdownReport.of(set, Integer.MAX_VALUE)),
    /** Markdown that fits into a comment at GitHub. */
    GITHUB(set -> MarkdownReport.of(set, MarkdownReport.GITHUB)),
    /** Markdown that fits into a note at GitLab. */
    GITLAB(set -> MarkdownReport.of(set, MarkdownReport.GITLAB)),
    /** The change set itself. */
    JSON(ChangeSetJson::write),
    /** Policies as test cases: GitLab's {@code artifacts:reports:junit}. */
    JUNIT(JunitReport::of),
    /** Danger, policies and errors as findings: GitHub's code scanning. */
    SARIF(SarifReport::of),
    /** The same: GitLab's {@code artifacts:reports:codequality}. */
    CODEQUALITY(CodeQualityReport::of),
    /** Counts: GitLab's {@code artifacts:reports:terraform}. */
    TERRAFORM(TerraformReport::of),
    /** A page that needs nothing but itself. */
    HTML(HtmlReport::of);

    private final BiFunction<ChangeSet, Palette, String> report;

    ReportFormat(BiFunction<ChangeSet, Palette, String> report) {
        this.report = report;
    }

    ReportFormat(Function<ChangeSet, String> report) {
        this.report = (set, palette) -> report.apply(set);
    }

    /**
     * The report.
     *
     * @param palette only a text has colours
     */
    public String of(ChangeSet set, Palette palette) {
        return report.apply(set, palette);
    }
}
