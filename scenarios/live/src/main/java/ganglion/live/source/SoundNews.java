package ganglion.live.source;

/** Is told what happens to a sound. */
public interface SoundNews {

    /** For those who do not want to know. */
    SoundNews NONE = new SoundNews() {
        @Override
        public void gone(String why) {}

        @Override
        public void back(String text) {}

        @Override
        public void lost(long samples, LossCause cause) {}
    };

    /** The source is gone, and will be looked for. */
    void gone(String why);

    /** It is there again. */
    void back(String text);

    /** Samples were not heard. */
    void lost(long samples, LossCause cause);
}
