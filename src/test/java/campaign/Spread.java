package campaign;

import java.util.List;
import java.util.Locale;

/** Repetitions of one measurement. */
record Spread(List<Double> values) {
    Spread {
        values = values.stream().sorted().toList();
    }

    double median() {
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }

    double least() {
        return values.get(0);
    }

    double most() {
        return values.get(values.size() - 1);
    }

    /** Median, and from least to most. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(), least(), most());
    }
}
