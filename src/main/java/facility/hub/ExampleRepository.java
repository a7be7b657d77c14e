package facility.hub;

import static java.util.Objects.requireNonNull;

import facility.Named;

/**
 * One collaboration's examples: what everybody sees is exactly what was reviewed.
 *
 * @param name the collaboration's
 * @param repository its address by https, never with a token
 * @param commit all 40 digits
 */
public record ExampleRepository(String name, String repository, String commit) implements Named {
    public ExampleRepository {
        requireNonNull(name, "name is null");
        requireNonNull(repository, "repository is null");
        requireNonNull(commit, "commit is null");
    }
}
