package ganglion.report.chart;

import java.util.List;

/**
 * Shares of a whole by name and kind, as bars of which the longest possible is one.
 *
 * @param title what is drawn
 * @param kinds the kinds of shares, in the order of their colours
 * @param rows from top to bottom
 */
public record ShareBars(String title, List<String> kinds, List<Row> rows) {

    private static final int BAR = 11;
    private static final int ROOM = 9;
    private static final int TOP = 48;
    private static final int WIDTH = 330;
    private static final int LETTER_WIDTH = 7;
    private static final int MARGIN = 24;
    private static final int LONGEST_NAME = 28;

    /** Takes copies of the lists. */
    public ShareBars {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * Shares of one name.
     *
     * @param name stands beside its bars
     * @param shares of each kind, 0 to 1; not a number where it is unknown
     * @param hints of each kind, shown under the pointer
     */
    public record Row(String name, List<Double> shares, List<String> hints) {

        /** Takes copies of the lists. */
        public Row {
            shares = List.copyOf(shares);
            hints = List.copyOf(hints);
        }
    }

    /** The bars as a figure of a page. */
    public String figure() {
        int left = MARGIN
                + LETTER_WIDTH
                        * rows.stream()
                                .mapToInt(
                                        row -> Math.min(LONGEST_NAME, row.name().length()))
                                .max()
                                .orElse(0);
        int height = BAR * kinds.size() + ROOM;
        Svg svg = Svg.chart(left + WIDTH + 60, TOP + height * rows.size() + 4, title);
        svg.addTitle(0, 14, title);
        addKey(svg, left);
        for (int i = 0; i < rows.size(); i++) {
            addRow(svg, rows.get(i), left, TOP + height * i);
        }
        svg.add("path class='axis' stroke='#777777' d='M%s,%sv%s'", left, TOP - 4, height * rows.size());
        return svg.figure();
    }

    private void addKey(Svg svg, int left) {
        int x = left;
        for (int kind = 0; kind < kinds.size(); kind++) {
            svg.addDot(x + 4.0, 30, 4, Palette.colour(kind), " class='dot " + Palette.style(kind) + "'", "");
            svg.addText(x + 14, 34, "start", kinds.get(kind));
            x += LETTER_WIDTH * kinds.get(kind).length() + MARGIN;
        }
    }

    private void addRow(Svg svg, Row row, int left, int top) {
        svg.addText(left - 8, top + BAR * kinds.size() / 2.0 + 4, "end", Svg.shortened(row.name(), LONGEST_NAME));
        for (int kind = 0; kind < row.shares().size(); kind++) {
            double share = row.shares().get(kind);
            if (!Double.isNaN(share)) {
                svg.addHinted(
                        row.hints().get(kind),
                        "rect class='dot %s' x='%s' y='%s' width='%s' height='%s' fill='%s'",
                        Palette.style(kind),
                        left,
                        top + BAR * kind,
                        Math.max(1, share * WIDTH),
                        BAR - 1,
                        Palette.colour(kind));
                svg.addText(left + share * WIDTH + 6, top + BAR * kind + 9.5, "start", Math.round(100 * share) + " %");
            }
        }
    }
}
