package report;

/** Colours of a terminal, or none. */
public enum Palette {
    PLAIN {
        @Override
        String of(String code, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        String of(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String of(String code, String text);

    String red(String text) {
        return of("31", text);
    }

    String green(String text) {
        return of("32", text);
    }

    String yellow(String text) {
        return of("33", text);
    }

    String bold(String text) {
        return of("1", text);
    }

    String faint(String text) {
        return of("2", text);
    }

    /** By what becomes of it: removed red, new green, the rest yellow. */
    String signed(String sign, String text) {
        return switch (sign) {
            case "-", "!" -> red(text);
            case "+" -> green(text);
            default -> yellow(text);
        };
    }
}
