package config;

import config.YamlNode.Kind;
import config.YamlNode.Scalar;
import facility.Image;
import facility.Keyed;
import facility.Percent;
import facility.Quantity;
import facility.QuantityFormatException;
import facility.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the single values are written: numbers, quantities, durations, words. */
final class Leaves {
    private static final Pattern DURATION = Pattern.compile("(0|[1-9][0-9]{0,8})([smhd])");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400);
    private static final Map<Class<?>, Reader> READERS = Map.of(
            int.class, Leaves::wholeNumber,
            Integer.class, Leaves::wholeNumber,
            boolean.class, Leaves::truth,
            String.class, Leaves::text,
            Quantity.class, Leaves::quantity,
            Percent.class, Leaves::percent,
            Duration.class, Leaves::duration,
            Image.class, Leaves::image,
            Version.class, Leaves::version,
            LocalDate.class, Leaves::date);

    private Leaves() {}

    /** Turns one scalar into a value. */
    private interface Reader {
        Object read(Scalar scalar) throws WrongValueException;
    }

    static boolean isLeaf(Class<?> type) {
        return type.isEnum() || READERS.containsKey(type);
    }

    static Object read(Class<?> type, YamlNode node) throws WrongValueException {
        if (!(node instanceof Scalar scalar)) {
            throw WrongValueException.type(node, "one value");
        }
        return type.isEnum() ? word(type, scalar) : READERS.get(type).read(scalar);
    }

    private static Object wholeNumber(Scalar scalar) throws WrongValueException {
        if (scalar.kind() != Kind.NUMBER || !WHOLE_NUMBER.matcher(scalar.text()).matches()) {
            throw WrongValueException.type(scalar, "a whole number such as 5");
        }
        return Integer.valueOf(scalar.text());
    }

    private static Object truth(Scalar scalar) throws WrongValueException {
        if (scalar.kind() != Kind.BOOLEAN) {
            throw WrongValueException.type(scalar, "true or false");
        }
        return Boolean.valueOf(scalar.text());
    }

    private static Object text(Scalar scalar) throws WrongValueException {
        if (scalar.kind() != Kind.TEXT) {
            throw WrongValueException.type(
                    scalar, "text, which needs quotes if it looks like a number or a word of YAML");
        }
        return scalar.text();
    }

    private static Object quantity(Scalar scalar) throws WrongValueException {
        if (scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.NOTHING) {
            throw WrongValueException.type(scalar, "a quantity such as 500m, 4 or 24Gi");
        }
        try {
            return Quantity.parse(scalar.text());
        } catch (QuantityFormatException wrong) {
            throw new WrongValueException(
                    wrong.getMessage(),
                    scalar.shown(),
                    "a number with a suffix of n u m k M G T P E or Ki Mi Gi Ti Pi Ei, such as 500m or 24Gi",
                    wrong);
        }
    }

    private static Object percent(Scalar scalar) throws WrongValueException {
        return orWrong(
                Percent.parse(scalar.text()),
                scalar,
                "is no share",
                "a whole number with a percent sign, such as 150%");
    }

    private static Object duration(Scalar scalar) throws WrongValueException {
        var match = DURATION.matcher(scalar.text());
        Optional<Duration> duration = match.matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(match.group(1)) * SECONDS.get(match.group(2))))
                : Optional.empty();
        return orWrong(duration, scalar, "is no duration", "a whole number with s, m, h or d, such as 8h, 30m or 300s");
    }

    private static Object date(Scalar scalar) throws WrongValueException {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeParseException wrong) {
            throw new WrongValueException(
                    "is no date", scalar.shown(), "a day of the calendar as year-month-day, such as 2027-12-31", wrong);
        }
    }

    private static Object version(Scalar scalar) throws WrongValueException {
        return orWrong(Version.parse(scalar.text()), scalar, "is no release", "three numbers with dots, such as 5.5.0");
    }

    private static Object image(Scalar scalar) throws WrongValueException {
        return Image.parse((String) text(scalar));
    }

    private static Object word(Class<?> type, Scalar scalar) throws WrongValueException {
        var known =
                Arrays.stream(type.getEnumConstants()).map(Keyed.class::cast).toList();
        var meant = known.stream()
                .filter(value -> value.key().equals(scalar.text()))
                .findFirst();
        if (meant.isPresent()) {
            return meant.get();
        }
        throw WrongValueException.unknown(scalar, known.stream().map(Keyed::key).toList());
    }

    private static Object orWrong(Optional<?> value, Scalar scalar, String what, String allowed)
            throws WrongValueException {
        if (value.isEmpty()) {
            throw new WrongValueException(what, scalar.shown(), allowed, null);
        }
        return value.get();
    }
}
