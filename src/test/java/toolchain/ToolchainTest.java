package toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolchainTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "v1.35.4, 1.35.4, true",
        "1.35.9, 1.35.4, true",
        "v1.32.4-dispatcher, 1.35.4, false",
        "3.260.0, 3.256.0, false",
        "nothing, 1.35.4, false"
    })
    void a_program_fits_when_major_and_minor_are_the_pinned_ones(String found, String wanted, boolean fits) {
        assertThat(Toolchain.fits(found, wanted)).isEqualTo(fits);
    }

    @Test
    void versions_are_those_of_the_committed_modules() {
        assertThat(Program.PULUMI.version(ROOT)).isEqualTo("3.256.0");
        assertThat(Program.APISERVER.version(ROOT)).isEqualTo("1.35.4");
        assertThat(Program.ETCD.version(ROOT)).isEqualTo("3.6.5");
        assertThat(Program.KWOK.version(ROOT)).isEqualTo("0.7.0");
    }

    @Test
    void the_cache_key_tells_programs_and_pins_apart() {
        var cache = new Cache(Path.of("cache"));
        assertThat(cache.program(ROOT, Program.KWOK).toString()).matches("cache/kwok-0\\.7\\.0-[0-9a-f]{12}/kwok");
        assertThat(cache.program(ROOT, Program.KWOK)).isNotEqualTo(cache.program(ROOT, Program.ETCD));
    }
}
