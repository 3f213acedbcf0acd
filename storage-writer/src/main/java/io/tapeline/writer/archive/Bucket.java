package io.tapeline.writer.archive;

import io.tapeline.bus.archive.BucketSettings;
import java.io.IOException;
import java.nio.file.Path;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects of a bucket. An object there is complete or absent: that is what the protocol promises of a PUT. */
final class Bucket implements AutoCloseable {
    private static final String JSON_LINES = "application/x-ndjson";

    /** Minutes and days are written again while rows come late: browsers may keep them, but not long. */
    private static final String KEEP = "public, max-age=60";

    private final S3Client client;
    private final BucketSettings settings;

    Bucket(BucketSettings settings) {
        this.client = settings.open();
        this.settings = settings;
    }

    /** @throws IOException with what the bucket says, in a line */
    void put(String key, Path file) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(settings.bucket())
                            .key(settings.prefix() + key)
                            .contentType(JSON_LINES)
                            .cacheControl(KEEP),
                    RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            AwsErrorDetails details = answer.awsErrorDetails();
            return details == null || details.errorCode() == null
                    ? "it answers " + answer.statusCode()
                    : answer.statusCode() + " " + details.errorCode() + ": " + details.errorMessage();
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
