package facility;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole share in hundredths, written {@code 150%}. */
public record Percent(int value) {
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,5})%");

    /** Empty if the text is no whole number of at most six digits with a percent sign. */
    public static Optional<Percent> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches() ? Optional.of(new Percent(Integer.parseInt(match.group(1)))) : Optional.empty();
    }

    /** That share of an amount, exact. */
    public Quantity of(Quantity amount) {
        return amount.times(new BigDecimal(value).movePointLeft(2));
    }

    @Override
    public String toString() {
        return value + "%";
    }
}
