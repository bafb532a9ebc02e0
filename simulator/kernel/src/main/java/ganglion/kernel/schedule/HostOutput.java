package ganglion.kernel.schedule;

/** Where a host hands in what it has to say. */
public interface HostOutput {

    /** Takes a mail to another host. Mails between two hosts must arrive in order, each once. */
    void send(int host, Mail mail);

    /** Takes a report to the conductor; the same holds for reports. */
    void report(Report report);

    /** The way from a host that is alone. */
    static HostOutput toConductor(Conductor conductor) {
        return new HostOutput() {

            @Override
            public void send(int host, Mail mail) {
                throw new IllegalStateException("there is no host " + host);
            }

            @Override
            public void report(Report report) {
                conductor.report(report);
            }
        };
    }
}
