package io.tapeline.emulator;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import reactor.netty.ChannelBindException;

/** Says in one line that the port is taken, instead of a stack trace. */
class PortTakenFailureAnalyzer extends AbstractFailureAnalyzer<ChannelBindException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ChannelBindException cause) {
        String address = cause.localHost() + ":" + cause.localPort();
        return new FailureAnalysis(
                "Nothing can listen on " + address + ": it is taken or not an address of this machine.",
                "Set another tapeline.emulator.host or tapeline.emulator.port (0 picks a free one).",
                cause);
    }
}
