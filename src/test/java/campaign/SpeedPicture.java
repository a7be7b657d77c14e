package campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The seconds as bars, in a scale where ten times as long is one step further: twice is the same length everywhere. */
final class SpeedPicture {
    private static final int BAR = 14;
    private static final int GAP = 4;
    private static final int LEFT = 300;
    private static final int WIDTH = 960;
    private static final int STEP = 165;
    private static final double LEAST = 0.1;

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
        sizes.forEach(picture::size);
        picture.text(16, "Medians of seconds on the clock; each step to the right is ten times as long.", "#555555");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (picture.y + 8)
                + "\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + String.join("\n", picture.shapes) + "\n</svg>\n";
    }

    private void size(SpeedFigures figures) {
        y += 10;
        text(16, figures.objects() + " objects", "#000000");
        for (SpeedRow row : figures.rows()) {
            y += 4;
            text(24, figures.title(row), "#333333");
            for (Contestant contestant : figures.contestants(row)) {
                bar(contestant, figures.spread(row, contestant, Measured::wall).orElseThrow());
            }
        }
    }

    private void bar(Contestant contestant, Spread seconds) {
        shapes.add(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                LEFT,
                y,
                length(seconds.median()),
                BAR,
                COLOURS.get(contestant)));
        shapes.add("<text x=\"" + (LEFT - 8) + "\" y=\"" + (y + 11) + "\" text-anchor=\"end\" fill=\"#333333\">"
                + contestant.key() + "</text>");
        shapes.add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" fill=\"#333333\">%.1f s</text>",
                LEFT + length(seconds.median()) + 6,
                y + 11,
                seconds.median()));
        y += BAR + GAP;
    }

    private static double length(double seconds) {
        return STEP * Math.log10(Math.max(seconds, LEAST) / LEAST);
    }

    private void text(int x, String words, String colour) {
        y += BAR;
        shapes.add("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\">" + words + "</text>");
        y += GAP;
    }
}
