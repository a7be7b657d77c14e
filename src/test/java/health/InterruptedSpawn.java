package health;

import java.time.Duration;

/** A check in a process of its own, to be ended by a test. */
final class InterruptedSpawn {
    private InterruptedSpawn() {}

    /** Words: where the hub is, and the token. */
    public static void main(String[] words) {
        var wish = new SpawnWish("jupyterhub", words[0], "facility-health", "fermi", "rescue", Duration.ofMinutes(5));
        new Spawn(wish, new SpawnHubByRoute(wish, words[1]), Duration.ofMillis(100)).run(System.out::println);
    }
}
