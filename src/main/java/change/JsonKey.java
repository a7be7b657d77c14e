package change;

import java.util.Locale;

/** How JSON writes one of several constants: {@code no-cluster}. */
final class JsonKey {
    private JsonKey() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
