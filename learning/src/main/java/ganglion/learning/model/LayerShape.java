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

    /**
     * A window that slides over a map.
     *
     * @param height rows
     * @param width columns
     * @param stride step in both directions
     * @param paddingHeight rows of zeros above and below the map
     * @param paddingWidth columns of zeros left and right of it
     */
    public record Window(int height, int width, int stride, int paddingHeight, int paddingWidth) {

        /** @throws IllegalArgumentException if an extent or the stride is below 1, or a padding is not smaller than the window */
        public Window {
            if (height < 1 || width < 1 || stride < 1) {
                throw new IllegalArgumentException(
                        "a window of " + height + " x " + width + " with stride " + stride + " has a size below 1");
            }
            if (paddingHeight < 0 || paddingHeight >= height || paddingWidth < 0 || paddingWidth >= width) {
                throw new IllegalArgumentException("a padding of " + paddingHeight + " x " + paddingWidth
                        + " is not within a window of " + height + " x " + width);
            }
        }

        /** A square window. */
        public static Window square(int size, int stride, int padding) {
            return new Window(size, size, stride, padding, padding);
        }

        /** A window along the width only, as over the bands of a spectrum. */
        public static Window along(int width, int stride, int padding) {
            return new Window(1, width, stride, 0, padding);
        }

        /**
         * LayerShape of the window's output.
         *
         * @throws IllegalArgumentException if the window is larger than the padded map
         */
        LayerShape outputShape(LayerShape input, int channels) {
            int rows = input.height() + 2 * paddingHeight - height;
            int columns = input.width() + 2 * paddingWidth - width;
            if (rows < 0 || columns < 0) {
                throw new IllegalArgumentException(
                        "a window of " + height + " x " + width + " does not fit into an input of " + input);
            }
            return new LayerShape(channels, rows / stride + 1, columns / stride + 1);
        }
    }
}
