package campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The seconds as dots at their medians, on a line from the least to the most, in a scale where ten times as long is one
 * step further: twice is the same distance everywhere, and nothing has a length that could be taken for its seconds.
 */
final class SpeedPicture {
    private static final int LINE = 14;
    private static final int GAP = 4;
    private static final int LEFT = 320;
    private static final int WIDTH = 960;
    private static final int STEP = 160;
    /** Seconds at the left edge, and the last that has a line of its own. */
    private static final double LEAST = 1;

    private static final int MOST = 1000;

    private static final Map<Contestant, String> COLOURS = Map.of(
            Contestant.KUBECTL, "#7a7a7a",
            Contestant.FACILITY, "#0b6e4f",
            Contestant.TYPESCRIPT, "#3178c6",
            Contestant.TYPESCRIPT_50, "#8fb5e0",
            Contestant.GO, "#c46a1b",
            Contestant.GO_50, "#e3b285",
            Contestant.HTTP, "#bcbcbc",
            Contestant.TYPESCRIPT_EMPTY, "#bcbcbc",
            Contestant.GO_EMPTY, "#bcbcbc");

    private final List<String> shapes = new ArrayList<>();
    private int y = 16;

    static String of(List<SpeedFigures> sizes) {
        var picture = new SpeedPicture();
        picture.text(16, "Seconds on the clock: medians, and from the least to the most", "#555555");
        picture.y += LINE;
        int top = picture.y;
        sizes.forEach(picture::size);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (picture.y + 8)
                + "\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + grid(top, picture.y) + String.join("\n", picture.shapes) + "\n</svg>\n";
    }

    private static String grid(int top, int bottom) {
        var lines = new StringBuilder();
        for (int seconds = 1; seconds <= MOST; seconds *= 10) {
            lines.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%1$.1f %2$d V%3$d\" stroke=\"#dddddd\"/>%n<text x=\"%1$.1f\" y=\"%2$d\" fill=\"#555555\""
                            + " text-anchor=\"middle\">%4$d s</text>%n",
                    place(seconds),
                    top,
                    bottom,
                    seconds));
        }
        return lines.toString();
    }

    private void size(SpeedFigures figures) {
        y += 10;
        text(16, figures.objects() + " objects", "#000000");
        for (SpeedRow row : figures.rows()) {
            y += 4;
            text(24, figures.title(row), "#333333");
            for (Contestant contestant : figures.contestants(row)) {
                dot(contestant, figures.spread(row, contestant, Measured::wall).orElseThrow());
            }
        }
    }

    private void dot(Contestant contestant, Spread seconds) {
        int middle = y + LINE / 2;
        String colour = COLOURS.get(contestant);
        shapes.add("<text x=\"" + (LEFT - 16) + "\" y=\"" + (y + 11) + "\" text-anchor=\"end\" fill=\"#333333\">"
                + contestant.key() + "</text>");
        shapes.add(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %d H%.1f\" stroke=\"%s\" stroke-width=\"3\"/>",
                place(seconds.least()),
                middle,
                place(seconds.most()),
                colour));
        shapes.add(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"/>",
                place(seconds.median()),
                middle,
                colour));
        shapes.add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" fill=\"#333333\">%.1f s</text>",
                place(seconds.most()) + 10,
                y + 11,
                seconds.median()));
        y += LINE + GAP;
    }

    private static double place(double seconds) {
        return LEFT + STEP * Math.log10(Math.max(seconds, LEAST) / LEAST);
    }

    private void text(int x, String words, String colour) {
        y += LINE;
        shapes.add("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\">" + words + "</text>");
        y += GAP;
    }
}
