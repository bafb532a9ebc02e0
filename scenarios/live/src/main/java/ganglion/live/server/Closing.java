package ganglion.live.server;

/** Why a connection is closed, as its browser is told; the codes are from the range that RFC 6455 leaves to applications. */
enum Closing {
    TOO_MANY_BROWSERS(
            4001,
            Collector.MOST_BROWSERS + " browsers watch this session already. Close one of them, then connect again."),
    FLOOD(4002, "This page sent more than " + MessageRate.MOST_A_SECOND + " messages a second and was cut off."),
    TOO_SLOW(4003, "This browser took no message for half a minute and was cut off."),
    SESSION_OVER(4004, "The session is over.");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
