package facility.rules;

import facility.Environment;
import facility.Facility;
import facility.MaintenanceWindow;
import facility.Problems;
import facility.Promotion;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;

/** Changes come from another environment, after a time in which something could show, and at hours that exist. */
final class PromotionMakesSense implements Rule {
    private static final String PATH = "promotion";

    /** Less shows nothing; a promotion in a hurry skips the time with a reason that is recorded. */
    private static final Duration LEAST_SOAK = Duration.ofHours(1);

    private static final Duration MOST_SOAK = Duration.ofDays(30);

    /** A pod that pulls an image of some GB is not ready within less. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(1);

    /** The engine holds its lock, and users see the announcement, as long as a gate waits. */
    private static final Duration MOST_PATIENCE = Duration.ofHours(2);

    @Override
    public void check(Facility facility, Problems problems) {
        Promotion promotion = facility.promotion();
        promotion
                .from()
                .filter(facility.environment()::equals)
                .ifPresent(itself -> problems.add(
                        PATH + ".from",
                        "is this environment itself",
                        "\"" + itself.key() + "\"",
                        "another of " + String.join(", ", Environment.keys()),
                        "name the environment on which changes run first"));
        between(PATH + ".soak", promotion.soak(), LEAST_SOAK, MOST_SOAK, "1h to 30d, such as 24h", problems);
        between(
                PATH + ".patience",
                promotion.patience(),
                LEAST_PATIENCE,
                MOST_PATIENCE,
                "1m to 2h, such as 10m",
                problems);
        for (int i = 0; i < promotion.signedBy().size(); i++) {
            signer(PATH + ".signedBy[" + i + "]", promotion.signedBy().get(i), problems);
        }
        promotion.window().ifPresent(window -> {
            if (promotion.from().isEmpty()) {
                problems.add(
                        PATH + ".window",
                        "is asked by promotions alone, and nothing is promoted here",
                        window.toString(),
                        "a window beside from",
                        "name from, or remove the window");
            }
            window(window, problems);
        });
    }

    private static void signer(String path, String key, Problems problems) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(key));
            var unused = KeyFactory.getInstance("Ed25519").generatePublic(spec);
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            problems.add(
                    path,
                    "is no Ed25519 public key",
                    "\"" + key + "\"",
                    "the one line between BEGIN and END PUBLIC KEY",
                    "print it with: openssl pkey -in KEY -pubout");
        }
    }

    private static void between(
            String path, Duration value, Duration least, Duration most, String allowed, Problems problems) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            problems.add(path, "is outside of what helps", value.toSeconds() + "s", allowed, "correct it");
        }
    }

    private static void window(MaintenanceWindow window, Problems problems) {
        if (window.days().isEmpty()
                || new HashSet<>(window.days()).size() < window.days().size()) {
            problems.add(
                    PATH + ".window.days",
                    window.days().isEmpty() ? "is no day" : "names a day twice",
                    window.toString(),
                    "days of the week, each once, such as [tuesday, thursday]",
                    "correct it");
        }
        var start = MaintenanceWindow.time(window.start());
        var end = MaintenanceWindow.time(window.end());
        time(PATH + ".window.start", window.start(), start.isPresent(), problems);
        time(PATH + ".window.end", window.end(), end.isPresent(), problems);
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            problems.add(
                    PATH + ".window.end",
                    "is not after the start",
                    "\"" + window.end() + "\"",
                    "later than " + window.start() + ", on the same day",
                    "correct one of the two");
        }
    }

    private static void time(String path, String clock, boolean exists, Problems problems) {
        if (!exists) {
            problems.add(path, "is no time of day", "\"" + clock + "\"", "HH:MM, such as 06:00", "correct it");
        }
    }
}
