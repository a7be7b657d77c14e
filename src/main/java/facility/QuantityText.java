package facility;

import facility.Quantity.Suffixes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes quantities by the rules of apimachinery's {@code resource.Quantity}. */
final class QuantityText {
    /** A billionth, suffix n. */
    static final int FINEST_SCALE = 9;

    private static final Pattern TEXT =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([A-Za-z]*)([+-]?[0-9]*)");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final int DECIMAL_UNIT = DECIMAL.indexOf("");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    /** The API server keeps 64 bits and silently lowers what is above: refused here, so that no figure changes. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    /** Longer texts are no quantities, and arithmetic with their digits would only cost time. */
    private static final int LONGEST = 64;
    /** What a reader takes in at a glance. */
    private static final int SHORT = 8;

    private QuantityText() {}

    static Quantity parse(String text) {
        var match = TEXT.matcher(text);
        if (text.length() > LONGEST || !match.matches()) {
            throw new QuantityFormatException("is no quantity");
        }
        var number = new BigDecimal(match.group(1));
        String suffix = match.group(2);
        String exponent = match.group(3);
        Quantity quantity = scaled(number, suffix, exponent);
        if (quantity.value().abs().compareTo(LARGEST) > 0) {
            throw new QuantityFormatException("is above the largest quantity, 2^63-1");
        }
        return quantity;
    }

    private static Quantity scaled(BigDecimal number, String suffix, String exponent) {
        if (!exponent.isEmpty()) {
            return exponential(number, suffix, exponent);
        }
        if (DECIMAL.contains(suffix)) {
            return exact(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - DECIMAL_UNIT)), Suffixes.DECIMAL);
        }
        if (BINARY.contains(suffix)) {
            return exact(number.multiply(KIBI.pow(BINARY.indexOf(suffix))), Suffixes.BINARY);
        }
        throw new QuantityFormatException("has the unknown suffix \"" + suffix + "\"");
    }

    private static Quantity exponential(BigDecimal number, String letter, String exponent) {
        boolean known = letter.equals("e") || letter.equals("E");
        if (!known || exponent.equals("+") || exponent.equals("-")) {
            throw new QuantityFormatException("is no quantity");
        }
        // More than two digits of exponent are out of range whatever the number is, and would cost memory.
        if (exponent.replaceFirst("^[+-]?0*", "").length() > 2) {
            throw new QuantityFormatException("has an exponent out of range");
        }
        return exact(number.scaleByPowerOfTen(Integer.parseInt(exponent)), Suffixes.EXPONENT);
    }

    private static Quantity exact(BigDecimal value, Suffixes suffixes) {
        if (value.stripTrailingZeros().scale() > FINEST_SCALE) {
            throw new QuantityFormatException("is finer than a billionth");
        }
        return new Quantity(value, suffixes);
    }

    static String write(Quantity quantity) {
        var value = quantity.value();
        if (value.signum() == 0) {
            return "0";
        }
        // Small or broken numbers have no binary suffix: the API server writes them with decimal ones too.
        boolean small = value.abs().compareTo(KIBI) < 0 || value.scale() > 0;
        if (quantity.suffixes() == Suffixes.BINARY && !small) {
            return binary(value);
        }
        return decimal(value, quantity.suffixes() == Suffixes.EXPONENT);
    }

    /** Three digits under the largest binary suffix: sums of both families have no short exact form. */
    static String readable(Quantity quantity) {
        String exact = write(quantity);
        if (exact.length() <= SHORT) {
            return exact;
        }
        var value = quantity.value();
        int suffix = 0;
        while (suffix < BINARY.size() - 1 && value.abs().compareTo(KIBI) >= 0) {
            value = value.divide(KIBI, MathContext.DECIMAL64);
            suffix++;
        }
        return "about " + value.round(new MathContext(3)).toPlainString() + BINARY.get(suffix);
    }

    private static String binary(BigDecimal value) {
        var mantissa = value.toBigIntegerExact();
        int suffix = 0;
        while (suffix < BINARY.size() - 1 && mantissa.getLowestSetBit() >= 10) {
            mantissa = mantissa.shiftRight(10);
            suffix++;
        }
        return mantissa + BINARY.get(suffix);
    }

    private static String decimal(BigDecimal value, boolean exponent) {
        int power = Math.floorDiv(-value.scale(), 3);
        power = Math.min(power, DECIMAL.size() - 1 - DECIMAL_UNIT);
        String mantissa =
                value.scaleByPowerOfTen(-3 * power).toBigIntegerExact().toString();
        if (!exponent) {
            return mantissa + DECIMAL.get(DECIMAL_UNIT + power);
        }
        return power == 0 ? mantissa : mantissa + "e" + 3 * power;
    }
}
