using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    // Computed with Python: base64.b64encode(hmac.new(base64.b64decode(key), f"{id}.{timestamp}.{body}".encode(), "sha256").digest()).
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "evt_1", 1, "{\"name\":\"Zoë\"}", "v1,khTjbsZeg0G5DFj+rXtx9yoMcCf03MX6YYUufQ5bYco=")]
    public void A_message_is_signed_as_the_specification_says(string secret, string id, long timestamp, string body, string signature) =>
        Assert.Equal(signature, WebhookSecret.Sign(secret, id, timestamp, body));

    [Fact]
    public void Another_byte_anywhere_gives_another_signature()
    {
        var secret = WebhookSecret.New();
        string[] all =
        [
            WebhookSecret.Sign(secret, "evt_1", 1, "{}"), WebhookSecret.Sign(secret, "evt_2", 1, "{}"), WebhookSecret.Sign(secret, "evt_1", 2, "{}"),
            WebhookSecret.Sign(secret, "evt_1", 1, "{} "), WebhookSecret.Sign(WebhookSecret.New(), "evt_1", 1, "{}"),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void A_secret_is_256_random_bits() => Assert.Equal(32, Convert.FromBase64String(WebhookSecret.New()["whsec_".Length..]).Length);

    [Fact]
    public void It_agrees_with_the_hash_written_out()
    {
        // HMAC from its definition (RFC 2104), without the class that makes it.
        var key = RandomNumberGenerator.GetBytes(32);
        var text = Encoding.UTF8.GetBytes("evt_1.7.{}");
        byte[] Pad(byte with) => [.. Enumerable.Range(0, 64).Select(i => (byte)((i < key.Length ? key[i] : 0) ^ with))];
        var expected = SHA256.HashData([.. Pad(0x5c), .. SHA256.HashData([.. Pad(0x36), .. text])]);

        Assert.Equal($"v1,{Convert.ToBase64String(expected)}", WebhookSecret.Sign($"whsec_{Convert.ToBase64String(key)}", "evt_1", 7, "{}"));
    }
}
