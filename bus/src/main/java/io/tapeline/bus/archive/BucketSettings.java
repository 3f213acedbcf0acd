package io.tapeline.bus.archive;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * A bucket of Amazon S3 or of anything that speaks its protocol, {@code tapeline.archive.s3.*}.
 *
 * @param endpoint such as {@code https://storage.googleapis.com}; empty for Amazon's own
 * @param bucket its name
 * @param prefix what every key begins with there, such as {@code tapeline/}; may be empty
 * @param pathStyle whether the bucket is named in the path instead of the host name
 * @param accessKey from the environment alone
 * @param secretKey from the environment alone
 */
public record BucketSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String prefix,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey) {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(10);

    /** @throws IllegalArgumentException in one line, when something that a bucket needs is not set */
    public void requireComplete() {
        require(!bucket.isBlank(), "tapeline.archive.s3.bucket: expected the name of a bucket, got nothing");
        require(
                endpoint.isBlank() || endpoint.matches("https?://[^/\\s]+/?"),
                "tapeline.archive.s3.endpoint: expected http(s)://host[:port], got '" + endpoint + "'");
        require(
                !accessKey.isBlank() && !secretKey.isBlank(),
                "tapeline.archive.s3: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
    }

    /** A client of the bucket; closing it is the caller's. It does not try again by itself: its users know better when to. */
    public S3Client open() {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_WITHIN)
                        .socketTimeout(SILENT_AT_MOST))
                // The newer checksums are Amazon's alone; others refuse requests that have them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        if (!endpoint.isBlank()) {
            client.endpointOverride(URI.create(endpoint));
        }
        return client.build();
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** For people; without credentials. */
    public String address() {
        return "s3://" + bucket + "/" + prefix + (endpoint.isBlank() ? "" : " at " + endpoint);
    }

    @Override
    public String toString() {
        return "BucketSettings[" + address() + "]";
    }
}
