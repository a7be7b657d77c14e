package policies;

import config.YamlFile;
import config.YamlNode;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Location;
import facility.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import policy.LeasesHaveNotEnded;

/** Where a lease is written: the line of policies/quotas.yaml. */
public final class LeaseLines {
    private LeaseLines() {}

    /**
     * The place of the lease that a finding names.
     *
     * @param subject as {@link LeasesHaveNotEnded} names it
     */
    public static Location of(Path root, String subject) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(QuotasFile.NAME));
            return new Location(
                    QuotasFile.NAME,
                    YamlFile.read(QuotasFile.NAME, bytes, new Problems())
                            .map(file -> line(file, subject))
                            .orElse(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(YamlNode file, String subject) {
        if (file instanceof Mapping keys && keys.entries().get(QuotasFile.LEASES) instanceof Sequence leases) {
            return leases.items().stream()
                    .filter(lease -> LeasesHaveNotEnded.subject(text(lease, "rule"), text(lease, "resource"))
                            .equals(subject))
                    .mapToInt(YamlNode::line)
                    .findFirst()
                    .orElse(leases.line());
        }
        return 1;
    }

    private static String text(YamlNode lease, String key) {
        return lease instanceof Mapping keys && keys.entries().get(key) instanceof Scalar scalar ? scalar.text() : "";
    }
}
