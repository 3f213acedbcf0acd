package io.tapeline.collector.session;

/** A frame that breaks the protocol; ends its connection. Has no stack trace: the message says it all. */
final class FrameFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int closeCode;

    FrameFault(int closeCode, String message) {
        super(message, null, false, false);
        this.closeCode = closeCode;
    }

    int closeCode() {
        return closeCode;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
