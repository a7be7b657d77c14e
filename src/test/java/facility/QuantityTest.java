package facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1", "1000, 1k", "1500m, 1500m", "0.5, 500m", "1024Ki, 1Mi", "1.5Gi, 1536Mi", "45T, 45T", "1e3, 1e3",
        "12E6, 12e6", "0, 0", "0Gi, 0", "-2Gi, -2Gi", "100n, 100n", "1536Ki, 1536Ki", ".5, 500m", "1000Ki, 1000Ki",
        "512, 512", "0.5Ki, 512"
    })
    void it_is_written_as_the_api_server_writes_it(String text, String canonical) {
        assertThat(Quantity.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Gi", "1 Gi", "1gi", "1GiB", "1.5.5", "0x10", "1e", "1e400", "1Ei3", "0.1n", "10E", "٣"})
    void what_the_api_server_refuses_is_refused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(QuantityFormatException.class);
    }

    @Test
    void the_value_counts_and_not_how_it_is_written() {
        assertThat(Quantity.parse("1Gi"))
                .isEqualTo(Quantity.parse("1073741824"))
                .hasSameHashCodeAs(Quantity.parse("1024Mi"));
        assertThat(Quantity.parse("1G")).isLessThan(Quantity.parse("1Gi"));
    }

    @Test
    void a_difference_of_both_families_can_still_be_read() {
        assertThat(Quantity.parse("40Ti").minus(Quantity.parse("30T")).readable())
                .isEqualTo("about 12.7Ti");
        assertThat(Quantity.parse("40Ti").minus(Quantity.parse("1Ti")).readable())
                .isEqualTo("39Ti");
    }

    @Property
    boolean reading_what_was_written_gives_the_same(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long value,
            @ForAll @IntRange(max = 14) int i) {
        String suffix = java.util.List.of(
                        "n", "u", "m", "", "k", "M", "G", "Ki", "Mi", "Gi", "e0", "e3", "e-3", "E6", "e9")
                .get(i);
        var quantity = Quantity.parse(value + suffix);
        return Quantity.parse(quantity.toString()).equals(quantity);
    }

    @Property
    boolean taking_away_what_was_added_gives_the_first(
            @ForAll @LongRange(min = 0, max = 1L << 40) long first,
            @ForAll @LongRange(min = 0, max = 1L << 40) long second) {
        var sum = Quantity.of(first).plus(Quantity.parse(second + "m"));
        return sum.minus(Quantity.parse(second + "m")).equals(Quantity.of(first));
    }

    @Test
    void a_share_is_exact() {
        assertThat(new Percent(150).of(Quantity.parse("64"))).isEqualTo(Quantity.parse("96"));
        assertThat(Percent.parse("150%")).contains(new Percent(150));
        assertThat(Map.of("a", Percent.parse("1.5%"), "b", Percent.parse("150")))
                .allSatisfy((text, share) -> assertThat(share).isEmpty());
    }
}
