package ganglion.learning.model;

/**
 * Extent of what passes between two layers at one step of one sample.
 *
 * @param channels number of maps, or of neurons where there is no space
 * @param height rows of a map
 * @param width columns of a map
 */
public record LayerShape(int channels, int height, int width) {

    /** @throws IllegalArgumentException if an extent is below 1, or there are more values than an array can hold */
    public LayerShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "the shape " + channels + " x " + height + " x " + width + " has an extent below 1");
        }
        if ((long) channels * height > Integer.MAX_VALUE / width) {
            throw new IllegalArgumentException(
                    "the shape " + channels + " x " + height + " x " + width + " is too large");
        }
    }

    /** A shape without space. */
    public static LayerShape of(int neurons) {
        return new LayerShape(neurons, 1, 1);
    }

    /** Number of values. */
    public int size() {
        return channels * height * width;
    }

    /** Number of values in one channel. */
    public int area() {
        return height * width;
    }

    @Override
    public String toString() {
        return area() == 1 ? Integer.toString(channels) : channels + " x " + height + " x " + width;
    }
}
