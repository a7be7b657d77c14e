package policies.rules;

import facility.Quantity;
import facility.QuantityFormatException;
import java.util.Locale;
import java.util.Optional;
import policy.Node;

/** Memory as JupyterHub and Dask Gateway write it: a number of bytes, or {@code 8G}, whose G is a power of 1024. */
final class Bytes {
    private Bytes() {}

    static Optional<Quantity> of(Node amount) {
        return amount.text().flatMap(Bytes::parsed);
    }

    private static Optional<Quantity> parsed(String text) {
        String binary = text.toUpperCase(Locale.ROOT).matches("[0-9.]+[KMGTP]") ? text + "i" : text;
        try {
            return Optional.of(Quantity.parse(binary));
        } catch (QuantityFormatException noQuantity) {
            return Optional.empty();
        }
    }
}
