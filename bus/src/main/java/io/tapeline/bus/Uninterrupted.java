package io.tapeline.bus;

/** Work that must be finished though its thread is interrupted: an interrupt would close the file it writes. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that may wait. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Does the work, again from its start when it is interrupted while waiting; the interrupt is passed on afterwards. */
    static void run(Work work) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
