package facility.rules;

import facility.ChartSource;
import facility.Facility;
import facility.Problems;
import java.util.regex.Pattern;

/** A chart from elsewhere is one exact archive: version and digest. */
final class ChartSourceIsPinned implements Rule {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    @Override
    public void check(Facility facility, Problems problems) {
        chart("hub.chart", facility.hub().chart(), problems);
        chart("binder.chart", facility.binder().chart(), problems);
        chart("dask.chart", facility.dask().chart(), problems);
        facility.storage()
                .cvmfs()
                .flatMap(cvmfs -> cvmfs.driver())
                .ifPresent(driver -> chart("storage.cvmfs.driver.chart", driver.chart(), problems));
        facility.checkmk()
                .flatMap(checkmk -> checkmk.usage().collectors())
                .ifPresent(collectors -> chart("checkmk.usage.chart", collectors.chart(), problems));
    }

    private static void chart(String path, ChartSource chart, Problems problems) {
        chart.digest()
                .filter(digest -> !DIGEST.matcher(digest).matches())
                .ifPresent(digest -> problems.add(
                        path + ".digest",
                        "is no digest",
                        "\"" + digest + "\"",
                        "sha256: with 64 hex digits",
                        "correct it"));
        if (chart.location().startsWith("https://")) {
            if (chart.version().isEmpty()) {
                problems.add(path + ".version", "is missing", "", "a repository's chart has one", "add the version");
            }
            if (chart.digest().isEmpty()) {
                problems.add(
                        path + ".digest",
                        "is missing",
                        "",
                        "a repository's chart is pinned by its archive's sha256",
                        "add the digest that the repository's index gives");
            }
        } else if (chart.location().contains("://")) {
            problems.add(
                    path + ".location",
                    "is no place for a chart",
                    "\"" + chart.location() + "\"",
                    "a folder of the project, a .tgz file, or a repository by https://",
                    "correct the location");
        }
    }
}
