package ganglion.report.picture;

import ganglion.report.chart.RoundNumber;
import java.awt.Graphics2D;

/** Round times below a panel. */
final class TimeRuler {

    private static final int DISTANCE_BETWEEN_LABELS = 90;

    private TimeRuler() {}

    static void draw(Panel panel) {
        Graphics2D graphics = panel.graphics();
        double step = RoundNumber.atLeast(panel.seconds() * DISTANCE_BETWEEN_LABELS / panel.width());
        graphics.setFont(Labels.FONT);
        for (int i = 0; i * step <= panel.seconds() * (1 + 1e-9); i++) {
            int x = (int) Math.round(panel.x(i * step));
            graphics.setColor(SoundColours.SOFT_INK);
            graphics.drawLine(x, panel.bottom(), x, panel.bottom() + 4);
            String label = Labels.number(i * step) + " s";
            int width = graphics.getFontMetrics().stringWidth(label);
            graphics.drawString(
                    label, Math.min(x - width / 2, panel.left() + panel.width() - width + 12), panel.bottom() + 18);
        }
    }
}
