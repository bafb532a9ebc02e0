package ganglion.report.picture;

import java.awt.Graphics2D;

/**
 * A rectangle of the picture whose width stands for a span of time.
 *
 * @param graphics draws in points
 * @param left left edge
 * @param top top edge
 * @param width width
 * @param height height
 * @param seconds the time that the width stands for
 */
record Panel(Graphics2D graphics, int left, int top, int width, int height, double seconds) {

    /** Distance of a time from the left edge of the picture. */
    double x(double atSeconds) {
        return left + atSeconds / seconds * width;
    }

    Panel below(int gap, int newHeight) {
        return new Panel(graphics, left, top + height + gap, width, newHeight, seconds);
    }

    int bottom() {
        return top + height;
    }
}
