package ganglion.report.picture;

import ganglion.report.chart.FrequencyTicks;
import ganglion.report.chart.FrequencyTicks.Tick;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.math.BigDecimal;
import java.math.MathContext;

/** Text at the edge of a panel. */
final class Labels {

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final int DISTANCE = 8;
    private static final int MARK = 4;
    private static final int BAR_WIDTH = 12;

    private Labels() {}

    /** Writes a label left of a panel, its middle at a height. */
    static void leftOf(Panel panel, String text, double y) {
        Graphics2D graphics = panel.graphics();
        graphics.setFont(FONT);
        graphics.setColor(SoundColours.SOFT_INK);
        float x = panel.left() - DISTANCE - graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, x, (float) y + FONT.getSize() * 0.36f);
    }

    /** Names a panel in its upper right corner, on a ground that keeps the name legible over what is drawn there. */
    static void name(Panel panel, String text) {
        Graphics2D graphics = panel.graphics();
        graphics.setFont(FONT);
        int width = graphics.getFontMetrics().stringWidth(text);
        int x = panel.left() + panel.width() - width - DISTANCE;
        graphics.setColor(SoundColours.LABEL_GROUND);
        graphics.fillRect(x - 4, panel.top() + 4, width + DISTANCE, FONT.getSize() + 5);
        graphics.setColor(SoundColours.SOFT_INK);
        graphics.drawString(text, x, panel.top() + 4 + FONT.getSize());
    }

    /** As much of a text as fits into a width. */
    static String shortened(Graphics2D graphics, String text, int width) {
        String rest = text;
        while (rest.length() > 1 && graphics.getFontMetrics().stringWidth(rest) > width) {
            rest = rest.substring(0, rest.length() - 2) + "…";
        }
        return rest;
    }

    static void frame(Panel panel) {
        panel.graphics().setColor(SoundColours.LINE);
        panel.graphics().drawRect(panel.left(), panel.top(), panel.width(), panel.height());
    }

    /** Three significant digits, without zeros at the end or an exponent. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String hertz(double value) {
        return value >= 1000 ? number(value / 1000) + " kHz" : Math.round(value) + " Hz";
    }

    /** Marks the octaves of 125 Hz beside rows that count upwards. */
    static void bands(Panel panel, double[] centresHertz) {
        double row = (double) panel.height() / centresHertz.length;
        double above = Double.NEGATIVE_INFINITY;
        for (Tick tick : FrequencyTicks.of(centresHertz)) {
            double y = panel.bottom() - (tick.band() + 0.5) * row;
            mark(panel, y);
            if (y - above >= FONT.getSize()) {
                leftOf(panel, hertz(tick.hertz()), y);
                above = y;
            }
        }
    }

    /** A short line left of a panel, at a height. */
    static void mark(Panel panel, double y) {
        panel.graphics().setColor(SoundColours.SOFT_INK);
        panel.graphics().draw(new Line2D.Double(panel.left() - MARK, y, panel.left(), y));
    }

    /** The colours from the lowest value to the highest, right of a panel. */
    static void colourBar(Panel panel, String low, String high) {
        Graphics2D graphics = panel.graphics();
        int left = panel.left() + panel.width() + DISTANCE;
        for (int y = 0; y < panel.height(); y++) {
            graphics.setColor(new Color(SoundColours.of(1 - (double) y / (panel.height() - 1))));
            graphics.fillRect(left, panel.top() + y, BAR_WIDTH, 1);
        }
        graphics.setColor(SoundColours.LINE);
        graphics.drawRect(left, panel.top(), BAR_WIDTH, panel.height());
        graphics.setFont(FONT);
        graphics.setColor(SoundColours.SOFT_INK);
        graphics.drawString(high, left + BAR_WIDTH + 4, panel.top() + FONT.getSize() - 2);
        graphics.drawString(low, left + BAR_WIDTH + 4, panel.bottom());
    }
}
