package cli;

import change.ChangeSet;
import change.Danger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import posting.Host;
import posting.Review;
import posting.Row;
import report.MarkdownReport;
import report.TextReport;

/** Previews as what is said at a merge request: a row each, and below them as much of each as there is room for. */
final class PreviewReview {
    private final String project;
    private final String commit;
    private final Map<String, URI> reports;

    /** @param reports where the whole report of an environment is */
    PreviewReview(String project, String commit, Map<String, URI> reports) {
        this.project = project;
        this.commit = commit;
        this.reports = Map.copyOf(reports);
    }

    Review of(List<KeptPreview> previews, Host host) {
        var rows = previews.stream().map(this::row).toList();
        boolean dangerous = previews.stream()
                .flatMap(preview -> preview.set().stream())
                .anyMatch(set -> set.dangers().stream().anyMatch(PreviewReview::holdsUp));
        boolean failed = previews.stream()
                .anyMatch(preview ->
                        preview.set().filter(set -> set.verdict().passes()).isEmpty());
        var empty = new Review(project, commit, rows, "", dangerous, failed);
        int each = host.room(empty) / previews.size();
        return new Review(
                project,
                commit,
                rows,
                previews.stream().map(preview -> body(preview, each)).collect(Collectors.joining("\n")),
                dangerous,
                failed);
    }

    /** A restart is said; it is no reason to hold a merge up. */
    private static boolean holdsUp(Danger danger) {
        return danger.rank() != Danger.Rank.RESTART;
    }

    private Row row(KeptPreview preview) {
        var report = Optional.ofNullable(reports.get(preview.environment()));
        return preview.set()
                .map(set -> row(set, report))
                .orElseGet(
                        () -> new Row(preview.environment(), "failed", preview.fault(), 0, Exit.FAILED.code(), report));
    }

    private static Row row(ChangeSet set, Optional<URI> report) {
        return new Row(
                set.origin().environment(),
                set.verdict().words(),
                TextReport.counts(set),
                (int) set.dangers().stream().filter(PreviewReview::holdsUp).count(),
                set.exitCode(),
                report);
    }

    /** One byte is the line break between two. */
    private static String body(KeptPreview preview, int room) {
        return preview.set()
                .map(set -> MarkdownReport.of(set, room - 1))
                .orElse("### " + preview.environment() + ": failed\n\nThe job of its preview says why.\n");
    }
}
