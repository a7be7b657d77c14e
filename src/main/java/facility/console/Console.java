package facility.console;

import java.util.List;

/**
 * What people read in OKD's web console.
 *
 * @param notifications banners, from the day on which they are declared until they are taken out again
 */
public record Console(List<ConsoleLink> links, List<ConsoleNotification> notifications) {
    public Console {
        links = List.copyOf(links);
        notifications = List.copyOf(notifications);
    }
}
