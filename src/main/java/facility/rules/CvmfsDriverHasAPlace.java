package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Nearest;
import facility.PrivilegedNamespace;
import facility.Problems;
import facility.storage.CvmfsDriver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** cvmfs-csi, where the facility runs it, is in a namespace that is excused for it, and knows where to fetch. */
final class CvmfsDriverHasAPlace implements Rule {
    private static final String PATH = "storage.cvmfs.driver.";

    @Override
    public void check(Facility facility, Problems problems) {
        facility.storage().cvmfs().flatMap(cvmfs -> cvmfs.driver()).ifPresent(driver -> {
            place(facility, driver, problems);
            proxies(driver.proxies(), problems);
            if (driver.quotaLimit() < 1) {
                problems.add(
                        PATH + "cache",
                        "is no cache",
                        driver.cache().toString(),
                        "at least 1Mi",
                        "raise it: 20Gi is usual");
            }
        });
    }

    private static void place(Facility facility, CvmfsDriver driver, Problems problems) {
        var namespaces = facility.namespaces().stream().map(Named::name).toList();
        var excused = facility.cluster().privileged(driver.namespace()).filter(PrivilegedNamespace::isOurs);
        if (!namespaces.contains(driver.namespace())) {
            String hint = Nearest.hint(driver.namespace(), namespaces);
            problems.add(
                    PATH + "namespace",
                    "is no declared namespace",
                    "\"" + driver.namespace() + "\"",
                    "declared are " + String.join(", ", namespaces),
                    hint.isEmpty() ? "add it under namespaces" : hint);
        } else if (excused.isEmpty()) {
            problems.add(
                    PATH + "namespace",
                    "lets nobody mount on the nodes",
                    "\"" + driver.namespace() + "\"",
                    "a namespace of cluster.privileged, managed by the facility",
                    "add it there, with owner, reason and end");
        } else if (!excused.get().serviceAccounts().contains(CvmfsDriver.ACCOUNT)) {
            problems.add(
                    "cluster.privileged[" + driver.namespace() + "].serviceAccounts",
                    "lacks the account of the pods on the nodes",
                    String.join(", ", excused.get().serviceAccounts()),
                    "with " + CvmfsDriver.ACCOUNT,
                    "add it");
        }
    }

    private static void proxies(List<String> proxies, Problems problems) {
        if (proxies.isEmpty()) {
            problems.add(
                    PATH + "proxies",
                    "is empty",
                    "[]",
                    "at least one proxy: without one each node would fetch from the far servers itself",
                    "add one");
        }
        for (int i = 0; i < proxies.size(); i++) {
            if (!isProxy(proxies.get(i))) {
                problems.add(
                        PATH + "proxies[" + i + "]",
                        "is no proxy",
                        "\"" + proxies.get(i) + "\"",
                        "http://HOST:PORT, such as http://squid.example.org:3128",
                        "correct the address");
            }
        }
    }

    private static boolean isProxy(String text) {
        try {
            var proxy = new URI(text);
            return "http".equals(proxy.getScheme())
                    && proxy.getHost() != null
                    && proxy.getPort() > 0
                    && proxy.getUserInfo() == null
                    && proxy.getPath().isEmpty()
                    && proxy.getQuery() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
