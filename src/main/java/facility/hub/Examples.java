package facility.hub;

import static java.util.Objects.requireNonNull;

import facility.Image;
import facility.Quantity;
import java.util.List;

/**
 * Example notebooks of the collaborations, each a folder in its members' homes that they cannot write to.
 *
 * @param image one with git and a shell, in which they are fetched
 * @param storageClass the class of the one volume that holds them, which many servers mount at once
 * @param networks the networks that the repositories' hosts answer from, as CIDR: nothing else is reached
 * @param schedule when it is looked whether the declared commits are there, in cron's five fields
 * @param repositories where each collaboration's come from, by the collaboration's name
 */
public record Examples(
        Image image,
        String storageClass,
        Quantity size,
        List<String> networks,
        String schedule,
        List<ExampleRepository> repositories) {
    public Examples {
        requireNonNull(image, "image is null");
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(size, "size is null");
        networks = List.copyOf(networks);
        requireNonNull(schedule, "schedule is null");
        repositories = List.copyOf(repositories);
    }
}
