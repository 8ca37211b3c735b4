---
title: Zápis
description: Perex.
date: 2026-03-01
---
Text.
