package ganglion.report.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Values over rows and the ticks of a run as an image of one byte per pixel, row after row. Long runs share a column between
 * ticks, which then shows the largest, so that no peak is lost.
 */
final class TimelineImage {

    /** The widest image that all browsers draw. */
    private static final int MOST_COLUMNS = 16_384;
    /** Keeps a report below 5 MB, whatever the image shows. */
    private static final int MOST_PIXELS = 1_000_000;

    private final int rows;
    private final int columns;
    private final int ticksPerColumn;
    private final byte[] pixels;

    TimelineImage(int rows, long ticks) {
        int most = Math.max(1, Math.min(MOST_COLUMNS, MOST_PIXELS / rows));
        this.rows = rows;
        this.ticksPerColumn = Math.toIntExact(Math.max(1, (ticks + most - 1) / most));
        this.columns = Math.toIntExact((ticks + ticksPerColumn - 1) / ticksPerColumn);
        this.pixels = new byte[rows * columns];
    }

    /** Puts the size, which all images of the same rows and ticks share. */
    void putShape(ObjectNode target) {
        target.put("rows", rows);
        target.put("columns", columns);
        target.put("ticksPerColumn", ticksPerColumn);
    }

    /** Draws a value as its share of the range; shares below 0 count as 0, shares above 1 as 1. */
    void draw(long tick, int row, double share) {
        long column = tick / ticksPerColumn;
        if (column >= columns || row >= rows) {
            return;
        }
        int place = row * columns + (int) column;
        int value = share > 0 ? (int) Math.round(255 * Math.min(1, share)) : 0;
        pixels[place] = (byte) Math.max(value, pixels[place] & 0xff);
    }

    /** The pixels, and the values that 0 and 255 stand for. */
    ObjectNode toJson(double floor, double ceiling) {
        PackedBytes packed = new PackedBytes();
        for (byte pixel : pixels) {
            packed.addByte(pixel);
        }
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        image.put("floor", floor);
        image.put("ceiling", ceiling);
        image.put("packed", packed.toBase64());
        return image;
    }
}
