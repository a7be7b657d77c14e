package facility;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An amount as Kubernetes writes it: {@code 500m} cores, {@code 24Gi} bytes, {@code 45T}. Exact to a billionth.
 * Two quantities are equal if their values are, however written: {@code 1Gi} equals {@code 1073741824}.
 */
public record Quantity(BigDecimal value, Suffixes suffixes) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Suffixes.DECIMAL);

    /** The families of suffixes; a sum keeps its first operand's. */
    public enum Suffixes {
        /** {@code n u m k M G T P E}: powers of 1000. */
        DECIMAL,
        /** {@code Ki Mi Gi Ti Pi Ei}: powers of 1024. */
        BINARY,
        /** {@code e3}, {@code E6}: written as a power of ten. */
        EXPONENT
    }

    /** @throws ArithmeticException if the value is finer than a billionth, the API server's own limit */
    public Quantity {
        requireNonNull(suffixes, "suffixes is null");
        value = requireNonNull(value, "value is null").stripTrailingZeros();
        if (value.scale() > QuantityText.FINEST_SCALE) {
            throw new ArithmeticException(value + " is finer than a billionth");
        }
    }

    /**
     * Reads a quantity as the API server does.
     *
     * @throws QuantityFormatException with the reason in a user's words
     */
    public static Quantity parse(String text) {
        return QuantityText.parse(requireNonNull(text, "text is null"));
    }

    /** A whole number of units: cores, bytes, pods. */
    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units), Suffixes.DECIMAL);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value), family(other));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value), family(other));
    }

    public Quantity times(long factor) {
        return new Quantity(value.multiply(BigDecimal.valueOf(factor)), suffixes);
    }

    /** Rounded down to the finest amount that the API server knows. */
    Quantity times(BigDecimal factor) {
        var exact = value.multiply(factor);
        return new Quantity(exact.setScale(QuantityText.FINEST_SCALE, java.math.RoundingMode.FLOOR), suffixes);
    }

    /** Nothing has no family of its own, so that a sum may start from {@link #ZERO}. */
    private Suffixes family(Quantity other) {
        return isZero() ? other.suffixes : suffixes;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** In whole units, rounded up: what a limit in bytes must at least be. */
    public BigInteger roundedUp() {
        return value.setScale(0, java.math.RoundingMode.CEILING).toBigInteger();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && value.compareTo(quantity.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** For a sentence: the canonical form if it is short, else three digits and {@code about}. */
    public String readable() {
        return QuantityText.readable(this);
    }

    /** The canonical form: the largest suffix of the family that leaves a whole number. */
    @Override
    public String toString() {
        return QuantityText.write(this);
    }
}
