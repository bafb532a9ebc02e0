package ganglion.report.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.MathContext;

/** Text at the edge of a panel. */
final class Labels {

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final int DISTANCE = 8;

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

    /** Names some bands by their centre frequency, in rows that count upwards. */
    static void bands(Panel panel, double[] centresHertz) {
        int step = Math.max(1, centresHertz.length / 6);
        double row = (double) panel.height() / centresHertz.length;
        for (int band = step / 2; band < centresHertz.length; band += step) {
            leftOf(panel, hertz(centresHertz[band]), panel.bottom() - (band + 0.5) * row);
        }
    }
}
