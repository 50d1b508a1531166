using System.Text.Json;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Deciding;

/// <summary>Writes the <c>explain</c> object of a decision; docs/command-line.md says what stands in it.</summary>
internal static class ExplanationWriter
{
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject("explain"u8);
        json.WriteStartArray("losing"u8);
        foreach (var losing in explanation.Losing)
            Write(json, losing);
        json.WriteEndArray();
        json.WriteStartArray("carrying"u8);
        foreach (var line in explanation.Carrying)
            Write(json, line);
        json.WriteEndArray();
        WriteNext(json, explanation.Next);
        json.WriteStrings("in_short", explanation.InShort);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LosingStrategy losing)
    {
        json.WriteStartObject();
        json.WriteString("strategy"u8, losing.Strategy.Id);
        json.WriteString("because"u8, Wording.Plain(losing.Because));
        json.WriteStrings("answers", losing.AnswerIds);
        json.WriteStartArray("changes"u8);
        foreach (var way in losing.Ways)
            Write(json, way);
        json.WriteEndArray();
        json.WriteBoolean("more"u8, losing.HasMoreWays);
        json.WriteString("sentence"u8, losing.WhatWouldChangeIt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Way way)
    {
        json.WriteStartObject();
        json.WriteStartObject("to"u8);
        foreach (var step in way.Steps)
        {
            json.WritePropertyName(step.QuestionId);
            AnswerJson.Write(json, step.To);
        }
        json.WriteEndObject();
        json.WriteStrings("by", way.Steps.Select(step => NameOf(step.By)).Distinct(StringComparer.Ordinal));
        json.WriteStartArray("steps"u8);
        foreach (var step in way.Steps)
            Write(json, step);
        json.WriteEndArray();
        json.WriteNumber("cost"u8, way.Cost);
        json.WriteStrings("open", way.StillOpen);
        json.WriteString("sentence"u8, way.Sentence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WayStep step)
    {
        json.WriteStartObject();
        json.WriteString("question"u8, step.QuestionId);
        json.WritePropertyName("from"u8);
        AnswerJson.Write(json, step.From);
        json.WriteString("by"u8, NameOf(step.By));
        json.WriteString("if"u8, step.Clause);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CarryingLine line)
    {
        json.WriteStartObject();
        json.WriteString("question"u8, line.Question.Id);
        json.WritePropertyName("answer"u8);
        AnswerJson.Write(json, line.Given);
        json.WriteStartArray("otherwise"u8);
        foreach (var otherwise in line.Otherwise)
        {
            json.WriteStartObject();
            json.WritePropertyName("answer"u8);
            AnswerJson.Write(json, otherwise.Example);
            json.WriteStrings("strategies", otherwise.StrategyIds);
            json.WriteString("sentence"u8, otherwise.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNext(Utf8JsonWriter json, PlaybookQuestion? next)
    {
        json.WritePropertyName("next"u8);
        if (next is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("question"u8, next.Id);
        json.WriteString("wording"u8, next.Wording);
        json.WriteString("answered_by"u8, next.AnsweredBy);
        json.WriteEndObject();
    }

    private static string NameOf(Changeability by) => by switch
    {
        Changeability.OurChoice => "us",
        Changeability.CustomersChoice => "customer",
        Changeability.Time => "time",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Nobody can change a fact."),
    };
}
