package io.tapeline.query.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in a line instead of a stack trace. */
final class UnsafeExposureAnalyzer extends AbstractFailureAnalyzer<UnsafeExposureException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsafeExposureException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Listen on 127.0.0.1, configure the SHA-256 of API keys (printf %s \"$KEY\" | sha256sum), or set"
                        + " TAPELINE_ALLOW_UNAUTHENTICATED=true.",
                cause);
    }
}
