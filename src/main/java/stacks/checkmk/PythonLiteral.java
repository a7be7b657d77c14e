package stacks.checkmk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python writes them, the form in which CheckMK's API takes the value of a rule. */
final class PythonLiteral {
    private PythonLiteral() {}

    /** A tuple, which Python tells from a list. */
    record Tuple(List<Object> items) {
        static Tuple of(Object... items) {
            return new Tuple(List.of(items));
        }
    }

    /** The literal of null, truths, numbers, texts, lists, tuples and maps of these. */
    static String of(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Tuple tuple) {
            String items = joined(tuple.items());
            // One item in brackets alone would be no tuple.
            return tuple.items().size() == 1 ? "(" + items + ",)" : "(" + items + ")";
        }
        if (value instanceof List<?> list) {
            return "[" + joined(list) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalArgumentException("Python has no literal of ours for " + value.getClass());
    }

    private static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("Python has no literal for " + number);
        }
        return Double.toString(number);
    }

    private static String joined(List<?> items) {
        return items.stream().map(PythonLiteral::of).collect(Collectors.joining(", "));
    }

    private static String text(String text) {
        var literal = new StringBuilder("'");
        text.codePoints().forEach(point -> {
            if (point == '\'' || point == '\\') {
                literal.append('\\').appendCodePoint(point);
            } else if (point < ' ' || point >= 0x7f) {
                String form = point > 0xffff ? "\\U%08x" : "\\u%04x";
                literal.append(String.format(Locale.ROOT, form, point));
            } else {
                literal.appendCodePoint(point);
            }
        });
        return literal.append("'").toString();
    }
}
